### Charts of pairs of groups, in Urdu.

## Titles: two names, and what is found of them.
chart_title_of_pair = { $names }: { $told }
chart_near_since = { $month } سے ایک دوسرے کے قریب، اتفاق سے زیادہ مرتبہ
chart_near_since_maybe = زیادہ سے زیادہ قابلِ توجہ: { $month } سے ایک دوسرے کے قریب، اتفاق سے زیادہ مرتبہ
chart_near = ایک دوسرے کے قریب، اتفاق سے زیادہ مرتبہ
chart_near_maybe = زیادہ سے زیادہ قابلِ توجہ: ایک دوسرے کے قریب، اتفاق سے زیادہ مرتبہ
chart_near_never = کہیں بھی ایک دوسرے کے قریب نہیں
chart_near_chance = ایک دوسرے کے قریب، مگر اتفاق سے زیادہ نہیں
chart_near_too_few = قربت کی پیمائش ممکن نہیں، { $need } درکار واقعات میں سے { $have }
chart_near_no_direction = قربت کی پیمائش ممکن نہیں، خود شروع کیے گئے { $need } درکار واقعات میں سے { $have }
chart_near_few_offensives = قربت کی پیمائش ممکن نہیں، { $need } درکار کارروائیوں میں سے { $have }
chart_ledger_hostile =
    { $plural ->
        [one] { $n } واقعے میں ایک دوسرے کے خلاف
       *[other] { $n } واقعات میں ایک دوسرے کے خلاف
    }
chart_ledger_joint =
    { $plural ->
        [one] { $n } واقعے میں ایک ہی جانب
       *[other] { $n } واقعات میں ایک ہی جانب
    }
chart_ledger_competing =
    { $plural ->
        [one] { $n } واقعے پر دونوں کا دعویٰ
       *[other] { $n } واقعات پر دونوں کا دعویٰ
    }
chart_ledger_then = { $ledger }؛ اس کے علاوہ { $near }
chart_title_pairs =
    { $plural ->
        [one] گروہوں کے { $tests } جوڑوں میں سے { $n } اتفاق سے زیادہ مرتبہ ایک دوسرے کے قریب: { $names }
       *[other] گروہوں کے { $tests } جوڑوں میں سے { $n } اتفاق سے زیادہ مرتبہ ایک دوسرے کے قریب: { $names }
    }
chart_title_no_pair = گروہوں کے { $tests } جوڑوں میں سے کوئی اتفاق سے زیادہ مرتبہ ایک دوسرے کے قریب نہیں
chart_title_network =
    { $plural ->
        [one] گروہوں کا { $n } جوڑا ایک ہی واقعے میں نامزد؛ { $most }
       *[other] گروہوں کے { $n } جوڑے ایک ہی واقعے میں نامزد، سب سے زیادہ { $most }
    }

## What counts, and what near is.
chart_within =
    { $plural ->
        [one] { $km } کلومیٹر اور { $n } دن کے اندر
       *[other] { $km } کلومیٹر اور { $n } دنوں کے اندر
    }
chart_same_district =
    { $plural ->
        [one] اسی ضلع میں { $n } دن کے اندر
       *[other] اسی ضلع میں { $n } دنوں کے اندر
    }
chart_unit_initiated = وہ واقعات جو ہر ایک نے شروع کیے (قریب: { $near })
chart_unit_involved = وہ واقعات جن میں ہر ایک شریک تھا، جھڑپیں بھی (قریب: { $near })
chart_unit_of_pair_direct = وہ واقعات جن میں دونوں کا نام ہے، اور ہر ایک کے اضلاع
chart_unit_excess_initiated = دوسرے گروہ کے قریب واقعات ({ $near }) کا اتفاق سے زائد حصہ، ان واقعات میں سے جو ہر ایک نے شروع کیے
chart_unit_excess_involved = دوسرے گروہ کے قریب واقعات ({ $near }) کا اتفاق سے زائد حصہ، ان واقعات میں سے جن میں ہر ایک شریک تھا
chart_unit_network = وہ واقعات جن میں دو گروہوں کے نام ہیں

## Panels, lines and keys.
chart_panel_ledger = دونوں کے نام والے واقعات
chart_panel_monthly = فی مہینہ
chart_lane = { $tie }: { $n }
chart_panel_near = { $a } کے قریب
chart_panel_near_unit = 12 مہینوں میں { $b } کے واقعات کا فیصد
chart_by_chance = اتفاق سے
chart_observed = مشاہدہ
chart_onset = { $month } سے
chart_panel_targets = اہداف کا فرق
chart_panel_tactics = طریقوں کا فرق
chart_panel_places = مقامات کا فرق
chart_panel_distance = 0: یکساں، 1: کچھ مشترک نہیں؛ سال بہ سال جینسن شینن فاصلہ
chart_panel_territory = مشترک اضلاع
chart_panel_overlap = 0: کوئی نہیں، 1: تمام؛ سال بہ سال نصف وزنی اشاریہ
chart_by_year = سال بہ سال
chart_yearly = { $year }: { $value }
chart_excess = اضافہ، فیصد نکات میں
chart_holds =
    { $plural ->
        [one] اتفاق سے بڑھ کر (ایک ہی جوڑا)
       *[other] { $n } جوڑوں میں اتفاق سے بڑھ کر
    }
chart_network_unit = گروہ کے واقعات:
chart_tie = { $n } { $tie }

## Descriptions for those who cannot see a chart.
chart_alt_of_pair = وقت کے ساتھ حصے۔ { $told }
chart_alt_matrix = { $names } کا باہمی رنگین جدول۔ صفر سے زیادہ، فیصد نکات میں: { $told }
chart_alt_network = { $names } کا جال۔ { $told }۔
chart_told_rolling = { $month } تک کے 12 مہینوں میں { $seen } فیصد قریب تھے، اتفاق سے { $low } تا { $high } فیصد۔

## Small print.
chart_note_not_together = ایک دوسرے کے قریب ہونا مل کر کام کرنا نہیں: مشترک شہر، تعطیلات اور میڈیا کی توجہ سے جوڑے قریب نظر آتے ہیں۔
chart_told_near = { $b } کے { $taken } واقعات میں سے { $near }، { $a } کے قریب تھے، اتفاق سے { $expected }: { $excess }{ $interval }۔
chart_points_more = { $points } فیصد نکات زیادہ
chart_points_fewer = { $points } فیصد نکات کم
chart_points_between = { " " }(95 فیصد: { $low } تا { $high })
chart_note_tested =
    { $plural ->
        [one] تمام فاصلوں اور دنوں پر { $evidence }، ایک ہی جوڑا۔{ $detectable }
       *[other] تمام فاصلوں اور دنوں پر { $evidence }، { $n } جوڑوں میں۔{ $detectable }
    }
chart_detectable = { " " }یہ جانچ { $points } نکات کا اضافہ پانچ میں سے چار مرتبہ پا لیتی۔
chart_told_onset =
    { $plural ->
        [one] { $month } سے { $after } نکات کا اضافہ، اس سے پہلے { $before } ({ $evidence }، ایک ہی جوڑا)۔
       *[other] { $month } سے { $after } نکات کا اضافہ، اس سے پہلے { $before } ({ $evidence }، { $n } جوڑوں میں)۔
    }
chart_note_involved = جھڑپیں بھی شمار ہیں، اور ان کا دن اور مقام زیادہ تر دوسرا فریق چنتا ہے: ان سے کچھ واضح نہیں ہوتا۔
chart_note_band = سرمئی پٹی: اتفاق کے نتائج کا 95 فیصد، جب { $b } کی کارروائیاں { $days } دنوں کے اندر آگے پیچھے کی جائیں۔
chart_note_no_direction = قربت کی پیمائش نہیں: { $name } کے { $involved } واقعات میں سے ماخذ { $initiated } کے بارے میں بتاتا ہے کہ اسی نے شروع کیے، { $need } درکار ہیں۔
chart_note_too_few = قربت کی پیمائش نہیں: { $name } کے { $have } واقعات کا دن اور مقام ٹھیک معلوم ہے، { $need } درکار ہیں۔
chart_note_few_offensives = قربت کی پیمائش نہیں: { $name } کے واقعات { $have } کارروائیوں میں ہیں، { $need } درکار ہیں۔
chart_note_thin_share = جہاں 12 مہینوں میں { $b } کے واقعات { $minimum } سے کم ہیں وہاں تناسب نہیں۔
chart_note_part_years = ٹوٹی لکیر: وہ سال جس کا صرف ایک حصہ دستیاب ہے۔
chart_note_no_ledger = کسی واقعے میں دونوں کا نام نہیں۔
chart_note_side_unknown =
    { $plural ->
        [one] { $n } واقعے میں دونوں کا نام ہے مگر یہ نہیں کہ کون کس جانب تھا۔
       *[other] { $n } واقعات میں دونوں کا نام ہے مگر یہ نہیں کہ کون کس جانب تھا۔
    }
chart_note_declared = واقعات کے جدول میں اعلان: { $told }۔
chart_declared_war = { $day } سے جنگ ({ $label })
chart_declared_truce = { $day } سے جنگ بندی ({ $label })
chart_declared_alliance = { $day } سے اتحاد ({ $label })
chart_more_declared =
    { $plural ->
        [one] اور { $n } مزید tables/joint_incidents.csv میں
       *[other] اور { $n } مزید tables/joint_incidents.csv میں
    }
chart_note_no_profile = اہداف کا سال بہ سال موازنہ نہیں: کسی سال میں دونوں کی کافی کارروائیاں نہیں۔
chart_note_no_territory = مشترک اضلاع کا شمار نہیں: کوئی ضلع معلوم نہیں۔
chart_note_matrix = دونوں میں سے اس گروہ کے واقعات جس کے قابلِ استعمال واقعات کم ہیں۔ خالی: پیمائش نہیں؛ دونوں کے نام والے واقعات شامل نہیں۔
chart_note_top_pairs = { $of } میں سے زیادہ واقعات والے { $shown } گروہ؛ باقی tables/convergence.csv میں ہیں۔
chart_note_since = نشان زد نہیں، کیونکہ صرف کسی مہینے سے اتفاق سے بڑھ کر ہے، پورے عرصے میں نہیں: { $told }۔
chart_pair_since = { $names }، { $month } سے
chart_note_network = وہ تنظیمیں جن کے نام ایک ہی واقعے میں ہیں۔ ایک دوسرے کے قریب ہونا کوئی تعلق نہیں۔
chart_note_unknown_pairs =
    { $plural ->
        [one] شامل نہیں: { $n } واقعہ جس میں دو گروہوں کے نام ہیں مگر یہ نہیں کہ کون کس جانب تھا۔
       *[other] شامل نہیں: { $n } واقعات جن میں دو گروہوں کے نام ہیں مگر یہ نہیں کہ کون کس جانب تھا۔
    }

## Why none is drawn.
none_no_direct = کوئی واقعہ دو تنظیموں کے بارے میں یہ نہیں بتاتا کہ وہ ایک جانب تھیں، ایک دوسرے کے خلاف تھیں یا ایک ہی دعویٰ کیا
none_no_pair = گروہوں کے کسی جوڑے کے اتنے واقعات نہیں جن کا دن اور مقام ٹھیک معلوم ہو
none_too_few_of_pair = کسی واقعے میں دونوں کا نام نہیں، اور { $name } کے { $have } واقعات کا دن اور مقام ٹھیک معلوم ہے جبکہ { $need } درکار ہیں
lack_paired_groups = تنظیمیں جن کے جوڑوں کی پیمائش ہو سکے
