### What charts say: titles, subtitles, labels, small print, descriptions, reasons for none, in Urdu.

## What is counted, alone (the plural so that a postposition may follow) and with its number.
noun_incident =
    { $plural ->
        [one] واقعہ
       *[other] واقعات
    }
noun_attack =
    { $plural ->
        [one] حملہ
       *[other] حملوں کے واقعات
    }
noun_operation =
    { $plural ->
        [one] ریاستی فورسز کی کارروائی
       *[other] ریاستی فورسز کی کارروائیوں کے واقعات
    }
noun_state_violence =
    { $plural ->
        [one] شہریوں کے خلاف ریاستی تشدد کا واقعہ
       *[other] شہریوں کے خلاف ریاستی تشدد کے واقعات
    }
noun_clash =
    { $plural ->
        [one] جھڑپ
       *[other] جھڑپوں کے واقعات
    }
noun_interstate =
    { $plural ->
        [one] ریاستوں کے درمیان جھڑپ
       *[other] ریاستوں کے درمیان جھڑپوں کے واقعات
    }
noun_undetermined =
    { $plural ->
        [one] غیر واضح فریق کے تشدد کا واقعہ
       *[other] غیر واضح فریق کے تشدد کے واقعات
    }
noun_other =
    { $plural ->
        [one] دیگر واقعہ
       *[other] دیگر واقعات
    }
noun_dead =
    { $plural ->
        [one] فرد ہلاک
       *[other] افراد ہلاک
    }
some_incident =
    { $plural ->
        [0] کوئی واقعہ نہیں
        [one] { $n } واقعہ
       *[other] { $n } واقعات
    }
some_attack =
    { $plural ->
        [0] کوئی حملہ نہیں
        [one] { $n } حملہ
       *[other] { $n } حملے
    }
some_operation =
    { $plural ->
        [0] ریاستی فورسز کی کوئی کارروائی نہیں
        [one] ریاستی فورسز کی { $n } کارروائی
       *[other] ریاستی فورسز کی { $n } کارروائیاں
    }
some_state_violence =
    { $plural ->
        [0] شہریوں کے خلاف ریاستی تشدد کا کوئی واقعہ نہیں
        [one] شہریوں کے خلاف ریاستی تشدد کا { $n } واقعہ
       *[other] شہریوں کے خلاف ریاستی تشدد کے { $n } واقعات
    }
some_clash =
    { $plural ->
        [0] کوئی جھڑپ نہیں
        [one] { $n } جھڑپ
       *[other] { $n } جھڑپیں
    }
some_interstate =
    { $plural ->
        [0] ریاستوں کے درمیان کوئی جھڑپ نہیں
        [one] ریاستوں کے درمیان { $n } جھڑپ
       *[other] ریاستوں کے درمیان { $n } جھڑپیں
    }
some_undetermined =
    { $plural ->
        [0] غیر واضح فریق کے تشدد کا کوئی واقعہ نہیں
        [one] غیر واضح فریق کے تشدد کا { $n } واقعہ
       *[other] غیر واضح فریق کے تشدد کے { $n } واقعات
    }
some_other =
    { $plural ->
        [0] کوئی دیگر واقعہ نہیں
        [one] { $n } دیگر واقعہ
       *[other] { $n } دیگر واقعات
    }
some_dead =
    { $plural ->
        [0] کوئی فرد ہلاک نہیں ہوا
        [one] { $n } فرد ہلاک ہوا
       *[other] { $n } افراد ہلاک ہوئے
    }
chart_deaths = ہلاکتوں
chart_none = صفر
chart_per = { $what }، فی { $grain }
chart_range = { $low } تا { $high }

## Whose it is, and when.
chart_all_incidents = تمام واقعات
chart_unattributed = (غیر منسوب)
chart_nobody = (کوئی گروہ نامزد نہیں)
chart_about = { $place }{ $group }{ $what }
chart_in_place = { " " }{ $place } میں
chart_by_nobody = { " " }نامعلوم گروہوں کے
chart_by = { " " }{ $group } سے منسوب
chart_involving = { " " }{ $groups } سے متعلق
chart_tactic = طریقۂ کار: { $names }
chart_target = ہدف: { $names }
chart_in_incidents = { $about } { $noun } میں
chart_so_far = { $when } اب تک
chart_year_to = { $day } تک کے ایک سال میں
chart_twelve_months_to = { $month } تک کے 12 مہینوں میں
chart_at = { $when } { $what }

## Titles of one series.
chart_lead = { $when }{ $about } { $count }
chart_rose_to = { $when }{ $about } { $what } کی تعداد بڑھ کر { $number } ہو گئی
chart_fell_to = { $when }{ $about } { $what } کی تعداد کم ہو کر { $number } رہ گئی
chart_none_first = { $when }{ $about } { $what } کی تعداد صفر رہی: { $since } ایسا پہلا موقع (اکائی: { $grain })
chart_first = { $lead }، { $since } پہلا
chart_since = { $period } کے بعد
chart_since_records = { $period } میں ریکارڈ کے آغاز سے اب تک
chart_most = سب سے زیادہ
chart_most_known = معلوم اعداد میں سب سے زیادہ
chart_fewest = سب سے کم
chart_fewest_known = معلوم اعداد میں سب سے کم
chart_extreme_since = { $period } کے بعد { $extreme }
chart_extreme_ever = { $period } میں ریکارڈ کے آغاز سے اب تک کسی ایک { $grain } میں { $extreme }
chart_record = { $lead }، { $record }{ $expected }
chart_no_toll = { $when }{ $about } جانی نقصان معلوم نہیں
chart_title_not_covered = { $about } { $what }: { $when } ڈیٹا دستیاب نہیں
chart_no_deaths = { $when }{ $about } کوئی ہلاکت ریکارڈ نہیں ہوئی
chart_after = ، جبکہ { $when } تعداد { $number } تھی
chart_after_suggestive = { $after }، فرق قابلِ توجہ
chart_after_chance = { $after }، فرق اتفاق کی حد میں
chart_last_were = ؛ اس سے پہلے آخری بار { $when }
chart_mean_of_last = ، گزشتہ { $periods } کی اوسط فی { $grain } { $mean }
chart_expected_within = ، متوقع حد { $range } کے اندر
chart_expected_far_above = ، متوقع { $range } سے بہت زیادہ
chart_expected_above = ، متوقع { $range } سے زیادہ
chart_expected_far_below = ، متوقع { $range } سے بہت کم
chart_expected_below = ، متوقع { $range } سے کم
chart_expected_suggestive = ؛ متوقع تعداد { $range }، فرق قابلِ توجہ
chart_expected_chance = ؛ متوقع تعداد { $range }، فرق اتفاق کی حد میں
chart_clause_factor = ؛ { $since } سے سالانہ × { $estimate } کی شرح سے اضافہ
chart_clause_up = ؛ { $since } سے سالانہ { $percent } فیصد اضافہ
chart_clause_down = ؛ { $since } سے سالانہ { $percent } فیصد کمی
chart_records_from = ریکارڈ کے موازنے میں { $begins } سے تمام مکمل { $periods } شامل ہیں۔

## What the statistics say of a series.
chart_label_above = متوقع { $range } سے زیادہ
chart_label_below = متوقع { $range } سے کم
chart_label_expected = متوقع { $range }
chart_label_suggestive = متوقع { $range }: قابلِ توجہ
chart_told_expected = { $when }: { $label } (95 فیصد وقفہ)۔
chart_note_bracket = قوس: پچھلے ادوار ({ $periods }) کی بنیاد پر { $period } کی متوقع حد، 95 فیصد امکان کے ساتھ۔
chart_told_level = { $when } سطح بدلی ({ $earliest } تا { $latest }): { $factor }۔
chart_shift = { $period }: { $factor }
chart_note_level = ٹھوس لکیر: سطح کی وہ تبدیلی جو اتفاق سے بڑھ کر ہے، اپنے تناسب کے ساتھ؛ اس کے سرے کی پٹی 95 فیصد امکان کے ساتھ تاریخ کی حد بتاتی ہے۔
chart_factor = × { $estimate } ({ $low } تا { $high })
chart_factor_open = × { $estimate } (کم از کم { $low })
chart_factor_none = صفر سے (کم از کم × { $low })
chart_growth_factor = سالانہ اضافہ { $factor }
chart_growth_up = سالانہ اضافہ { $percent } فیصد ({ $low } تا { $high })
chart_growth_down = سالانہ کمی { $percent } فیصد ({ $low } تا { $high })
chart_told_trend = { $from } تا { $to }: { $growth }۔
chart_note_curve = خم: { $from } تا { $to } یکساں شرح سے تبدیلی؛ اس کی پٹی قوسین میں دی گئی شرحوں پر محیط ہے (95 فیصد)۔
chart_note_strength = واضح: جانچے گئے تمام سلسلوں کو ملا کر بھی اتفاق سے بڑھ کر؛ قابلِ توجہ: صرف اپنے طور پر؛ اتفاق کی حد میں: { $period } کا فرق محض اتفاق سے بھی ہو سکتا ہے۔

## Forecasts.
chart_forecast = پیش گوئی
chart_forecast_label = پیش گوئی: { $forecaster }
chart_resampled = گزشتہ { $periods }، دوبارہ نمونہ بندی
chart_last_value = گزشتہ { $grain } کے گرد پوئساں تقسیم
chart_told_forecast = پیش گوئی ({ $forecaster })، 80 فیصد وقفے: { $steps }۔
chart_note_fan = { $name }: نقطہ دار وسطانیہ، 50، 80 اور 95 فیصد امکان کی پٹیاں۔{ $past }
chart_note_past = { " " }ماضی میں { $origins } میں سے { $share } اعداد ایک { $grain } پہلے بتائے گئے 80 فیصد وقفے کے اندر رہے۔
chart_outlook_part = { $about } { $what }: { $range }
chart_title_outlook = { $when } متوقع: { $what }
chart_outcome_held = رپورٹ { $label } کی پیش گوئی { $range }: درست رہی
chart_outcome_missed = رپورٹ { $label } کی پیش گوئی { $range }: درست نہیں رہی
chart_note_kept = قوس: رپورٹ { $label } کا { $period } کے لیے 80 فیصد وقفہ۔
chart_unit_outlook = فی { $grain } تعداد؛ عنوان میں 80 فیصد وقفے دیے گئے ہیں
chart_alt_forecast = وقت کے ساتھ ستون، پھر پیش گوئی۔ { $told }

## Descriptions for those who cannot see a chart.
chart_alt = { $title }۔ { $subtitle }۔ { $told }
chart_sentence = { $text }۔
chart_told = { $name }: { $told }
chart_told_item = { $name }: { $text }۔
chart_no_number = کسی مکمل مدت کی تعداد معلوم نہیں۔
chart_zero = تمام عرصے میں صفر۔
chart_told_range = کم سے کم { $lowest }، زیادہ سے زیادہ { $highest }، تازہ ترین { $latest }۔
chart_alt_columns = وقت کے ساتھ ستون۔ { $told }
chart_alt_bars = پٹیاں۔ { $told }

## Lines and panels.
chart_mean = { $periods } کی اوسط
chart_mean_known = { $periods } کی اوسط، معلوم اعداد
chart_last_of = گزشتہ { $periods }
chart_each = ہر { $grain }
chart_all_of = تمام { $what }
chart_all_involved = تمام واقعات جن سے اس کا تعلق ہے
chart_attacks_by = { $group } سے منسوب حملے
chart_unit_killed = ہلاک افراد، فی { $grain }
chart_unit_both = ہلاک اور زخمی افراد، فی { $grain }
chart_quarter = س{ $number }
chart_half = ش{ $number }

## Lethality.
chart_unit_lethality = فی { $noun } ہلاک افراد، جہاں جانی نقصان معلوم ہے
chart_alt_line = وقت کے ساتھ لکیر۔ الگ الگ { $periods }: { $told }
chart_note_gaps = جہاں { $minimum } سے کم واقعات کا جانی نقصان معلوم ہے وہاں لکیر نہیں۔
chart_title_lethality = { $when }{ $about } فی { $noun } { $number } افراد ہلاک{ $before }
chart_title_lethality_unknown = { $about } فی { $noun } ہلاک افراد، جہاں جانی نقصان معلوم ہے
chart_year_before = ، اس سے پچھلے سال { $number }
chart_note_known = { $when } جانی نقصان { $count } میں سے { $known } کا معلوم ہے۔

## Groups and regions.
chart_pair = { $region } میں { $group }
chart_title_pair = { $pair }: { $number }، کل شمار: { $all }
chart_unit_pairs = { $what } بلحاظ گروہ و علاقہ، { $when }
chart_alt_pairs = { $groups } گروہوں اور { $regions } علاقوں کا رنگین جدول۔ { $told }
chart_unit_groups = { $what } بلحاظ گروہ، فی { $grain }
chart_unit_regions = { $what } بلحاظ علاقہ، فی { $grain }
chart_alt_groups = وقت کے ساتھ چھوٹے ستون، { $number } گروہوں میں سے ہر ایک کا الگ چارٹ۔ { $told }
chart_alt_regions = وقت کے ساتھ چھوٹے ستون، { $number } علاقوں میں سے ہر ایک کا الگ چارٹ۔ { $told }
chart_alt_heat = رنگوں کا نقشہ، { $number } علاقوں میں سے ہر ایک کی ایک سطر۔ { $told }
chart_top_groups = { $of } میں سے سرفہرست { $shown } گروہ؛ باقی tables/series.csv میں ہیں۔
chart_top_regions = { $of } میں سے سرفہرست { $shown } علاقے؛ باقی tables/series.csv میں ہیں۔
chart_named_only = صرف نامزد تنظیمیں۔{ $apart } { $counting }
chart_apart =
    { $plural ->
        [one] { " " }{ $n } قبائلی، سیاسی یا عمومی فریق tables/series.csv میں ہے۔
       *[other] { " " }{ $n } قبائلی، سیاسی اور عمومی فریق tables/series.csv میں ہیں۔
    }
chart_count_involved = ایک واقعہ ہر متعلقہ گروہ کے لیے ایک بار شمار ہوتا ہے۔
chart_count_first = واقعہ اس گروہ کے لیے شمار ہوتا ہے جس کا نام ماخذ سب سے پہلے دیتا ہے۔
chart_count_initiator = واقعہ ان گروہوں کے لیے شمار ہوتا ہے جنہوں نے اس کا آغاز کیا۔
chart_count_fractional = کئی گروہوں کا واقعہ ان میں تقسیم کیا جاتا ہے۔
chart_note_no_region = چارٹ میں شامل نہیں: تمام برسوں کے { $count } جن کا علاقہ درج نہیں۔
chart_of = { $when }{ $about } کل { $count }، ان میں سے { $number }
chart_leader_group = { $of } { $group } سے متعلق
chart_leader_groups = { $of }: یہ تعداد { $groups } میں سے ہر ایک کی ہے
chart_leader_region =
    { $plural ->
        [one] { $of } { $region } میں
       *[other] { $of } { $region } میں
    }
chart_leader_regions = { $of }: یہ تعداد { $regions } میں سے ہر ایک کی ہے
chart_unit_rank_groups = { $what } بلحاظ گروہ، { $when }{ $against }
chart_unit_rank_regions = { $what } بلحاظ علاقہ، { $when }{ $against }
chart_against = ، بمقابلہ { $period }
chart_change_on = { $period } کے مقابلے میں تبدیلی
chart_note_no_base = اس سے پہلے کی کوئی مدت مکمل طور پر دستیاب نہیں: تبدیلی نہیں دی گئی۔
chart_versus = { $now } بمقابلہ { $base }
chart_versus_so_far = اب تک { $now } بمقابلہ { $base }
chart_bar_change = { $change }، { $numbers }{ $judged }
chart_bar_judged = ، { $word }
chart_not_compared = موازنہ نہیں: { $why }
chart_uncompared = موازنہ نہیں
chart_not_covered = ڈیٹا دستیاب نہیں

## Changes.
chart_told_ratio = { $base } کے مقابلے میں { $ratio }
chart_alt_ratios = تناسب اور ان کے وقفے۔ { $told }
chart_note_marks = بھرا ہوا معین اور موٹی لکیر: واضح۔ آدھا بھرا: قابلِ توجہ۔ کھلا دائرہ: اتفاق کی حد میں۔ تیر: وقفہ آگے جاری ہے۔
chart_unit_changes = { $what } فی دن، تناسب کی صورت میں، 95 فیصد وقفوں کے ساتھ
chart_rose_names = { $names } بڑھی
chart_fell_names = { $names } گھٹی
chart_title_moved = { $when } { $what } کی تعداد { $base } کے مقابلے میں { $moves }، فرق اتفاق سے بڑھ کر
chart_more_names = { $names } { $what } زیادہ
chart_fewer_names = { $names } { $what } کم
chart_title_maybe = زیادہ سے زیادہ قابلِ توجہ: { $when } { $base } کے مقابلے میں { $moves }
chart_title_no_change = { $when } { $bases } کے مقابلے میں کوئی تبدیلی اتفاق سے بڑھ کر نہیں
chart_place_overall = مجموعی طور پر
chart_place_in = { $place } میں
chart_place_involving = { $name } سے متعلق
chart_others =
    { $plural ->
        [one] { $names } اور { $n } دیگر
       *[other] { $names } اور { $n } دیگر
    }
chart_ratio = { $numbers }، { $factor }

## Mixes.
chart_top_tactics = { $of } میں سے سرفہرست { $shown } طریقے؛ باقی tables/tactics.csv میں ہیں۔
chart_top_targets = { $of } میں سے سرفہرست { $shown } اہداف؛ باقی tables/targets.csv میں ہیں۔
chart_unit_tactics = { $what } بلحاظ طریقۂ کار، { $when }{ $against }
chart_unit_targets = { $what } بلحاظ ہدف، { $when }{ $against }
chart_share_tactics = { $what } کا تناسب بلحاظ طریقۂ کار، فی { $grain }، فیصد میں
chart_share_targets = { $what } کا تناسب بلحاظ ہدف، فی { $grain }، فیصد میں
chart_alt_stack = وقت کے ساتھ تہیں، نیچے سے اوپر: { $names }۔
chart_title_tactic = سب سے عام طریقہ { $name }: { $of }
chart_title_target = سب سے عام ہدف { $name }: { $of }
chart_by_tactic = { $about } { $what } بلحاظ طریقۂ کار
chart_by_target = { $about } { $what } بلحاظ ہدف
chart_rest = دیگر
chart_not_stated = درج نہیں
chart_the_year_before = پچھلا سال
chart_this_year = یہ سال بمقابلہ پچھلا سال

## Incidents without a named group.
chart_only_suspected = نامزد گروہ، مگر صرف شبہے کی بنیاد پر
chart_unit_share = { $what } کا تناسب، فیصد میں
chart_alt_lines = وقت کے ساتھ لکیریں۔ { $told }
chart_no_value = کوئی عدد نہیں۔
chart_latest = تازہ ترین { $number } فیصد۔
chart_note_named = ان واقعات میں جن میں گروہ نامزد ہے۔ تناسب میں کمی سے کسی گروہ میں اضافے کا گمان ہو سکتا ہے۔
chart_note_armed = ان واقعات میں جن میں کوئی مسلح گروہ شامل ہے۔ تناسب میں کمی سے کسی گروہ میں اضافے کا گمان ہو سکتا ہے۔
chart_title_suspected = { $when }{ $about } کل { $count }، ان میں سے { $number } میں گروہ پر صرف شبہ ہے
chart_title_all_named = { $when }{ $about } مسلح گروہ والے تمام { $count }: گروہ نامزد ہے
chart_title_unnamed = { $when }{ $about } مسلح گروہ والے { $count }، ان میں سے { $number } میں کوئی گروہ نامزد نہیں
chart_title_share = { $share }:{ $about } { $what } میں تناسب

## Around every chart.
chart_note_panels = ہر حصے کا پیمانہ الگ ہے۔
chart_countries =
    { $plural ->
        [one] { $n } ملک
       *[other] { $n } ممالک
    }
chart_no_group = کوئی گروہ نامزد نہیں
chart_only = صرف{ $about } { $what }
chart_only_groups = صرف گروہ: { $names }
chart_only_regions = صرف علاقے: { $names }
chart_only_tactics = صرف طریقے: { $names }
chart_only_targets = صرف اہداف: { $names }
chart_caption = ماخذ: { $source }؛ ڈیٹا { $to } تک{ $version }{ $as_of }۔
chart_cited = { $title } ({ $citation })
chart_version = ، نسخہ { $day }
chart_as_of = ؛ بتاریخ { $day }
chart_hollow = خالی: { $periods }۔
chart_partly = { $period } کا صرف ایک حصہ دستیاب ہے ({ $of_days } میں سے { $days } دن)
chart_newest = تازہ ترین ادوار
chart_lighter = ہلکے رنگ یا نقطہ دار: { $which } میں بعد کی اطلاعات سے تبدیلی آ سکتی ہے۔
chart_dotted = نقطہ دار لکیر: { $which } میں بعد کی اطلاعات سے تبدیلی آ سکتی ہے۔
chart_note_caret = عدد کے اوپر چھوٹا نشان: کم از کم اتنے، کیونکہ بعض واقعات کا جانی نقصان معلوم نہیں۔
chart_note_range = عدد کے گرد وقفہ: ماخذ کے کم سے کم تخمینے سے زیادہ سے زیادہ تخمینے تک۔

## Why a chart is not drawn.
none_no_incidents = اس کا کوئی واقعہ شمار نہیں ہوا
none_no_period = ابھی کسی { $grain } کا مکمل ڈیٹا دستیاب نہیں
none_not_reported = ماخذ میں یہ معلومات نہیں: { $what }
none_not_measured = پیمائش نہیں: ماخذ نامعلوم گروہوں کے واقعات شامل نہیں کرتا
none_no_toll = کسی واقعے کا جانی نقصان معلوم نہیں
none_too_few = تعداد کم ہے ({ $what }): { $have }، جبکہ { $need } درکار ہیں
none_not_for_subject = یہ چارٹ اس موضوع کے لیے نہیں بن سکتا
none_nothing_shown = دکھائے گئے برسوں میں کوئی واقعہ نہیں
none_no_year = ابھی کسی سال کا مکمل ڈیٹا دستیاب نہیں
none_not_forecast = کوئی پیش گوئی نہیں: { $why }
none_not_tested = کسی تبدیلی کی جانچ نہیں ہو سکی
lack_deaths = ہلاکتیں
lack_tactics = طریقۂ کار
lack_targets = اہداف
lack_groups = گروہ
lack_regions = علاقے
lack_groups_of_year = گزشتہ سال سرگرم گروہ
lack_regions_of_year = گزشتہ سال واقعات والے علاقے
lack_groups_of_period = تازہ ترین مدت میں سرگرم گروہ
lack_regions_of_period = تازہ ترین مدت میں واقعات والے علاقے
lack_known_tolls = مکمل ادوار کے ایک سال میں معلوم جانی نقصان والے واقعات
lack_armed = مسلح گروہ والے واقعات

## Why a number is not given, where room is short.
short_partial = ایک مدت نامکمل ہے
short_no_base = پچھلی مدت کا ڈیٹا دستیاب نہیں
short_unreported = درج نہیں
short_lower_bound = بہت سے واقعات کا جانی نقصان نامعلوم ہے
short_new_sources = { $share } واقعات صرف نئے ذرائع سے آئے ہیں
short_too_short = { $need } درکار مکمل ادوار میں سے { $have }
short_too_few = { $need } درکار میں سے { $have } شمار ہوئے
short_too_quiet = گزشتہ { $of } ادوار میں سے صرف { $have } میں کچھ ہوا، { $need } درکار ہیں
short_degenerate = اعداد میں کوئی فرق نہیں
short_no_cycle = اس لمبائی کے ادوار کا کوئی موسم نہیں ہوتا
short_provisional = بعد کی اطلاعات سے اضافہ ہو سکتا ہے: کمی کا دعویٰ نہیں
short_one_incident = { $killed } ہلاکتوں والے ایک واقعے کے بغیر کچھ نہیں
short_merged_region = اس علاقے میں اضافے کے ساتھ ایک دوسرا علاقہ خاموش ہوا؛ دونوں کو ملا کر اضافہ نہیں
short_collection_break = درمیان میں ماخذ نے اندراج کا طریقہ بدلا
short_stale = ڈیٹا نسخے کی تاریخ سے { $periods } ادوار پہلے ختم ہوتا ہے
short_not_shown = صرف ان سلسلوں کے لیے شمار کیا گیا جو رپورٹ میں ہیں
short_no_distribution = جانچ نہیں: ہر واقعے کے الگ اعداد دستیاب نہیں
