### The document: caveats, titles, heads of tables, how it was counted, the quality of the data, in Urdu.

## Caveats.
caveat_unknown_tolls =
    { $plural ->
        [one] { $incidents } واقعات میں سے { $n } کی معلومات دستیاب نہیں ({ $measure }): مجموعے کم از کم حد ہیں۔
       *[other] { $incidents } واقعات میں سے { $n } کی معلومات دستیاب نہیں ({ $measure }): مجموعے کم از کم حد ہیں۔
    }
caveat_not_reported = { $source } میں یہ معلومات نہیں: { $measures }۔
caveat_provisional = { $period } کے اعداد عبوری ہیں: بعد کی اطلاعات سے اضافہ ہو سکتا ہے۔
caveat_known_only = موازنہ صرف معلوم اعداد کا ہے: بعض واقعات کا جانی نقصان معلوم نہیں۔
caveat_small_base = { $minimum } سے کم کی بنیاد پر فیصد نہیں دیا جاتا۔
caveat_period_lengths = دونوں ادوار { $current_days } اور { $base_days } دن کے ہیں؛ واقعات کی یومیہ شرح میں تبدیلی: { $change }۔
caveat_one_incident = { $of } ہلاک افراد میں سے { $killed } ایک ہی واقعے کے ہیں۔
caveat_involved = کئی گروہوں کا واقعہ ہر ایک کے لیے ایک بار شمار ہوتا ہے، اس لیے گروہوں کا مجموعہ کل سے زیادہ ہوتا ہے۔
caveat_first = کئی گروہوں کا واقعہ پہلے نامزد گروہ کے لیے شمار ہوتا ہے۔
caveat_initiator = واقعہ ان گروہوں کے لیے شمار ہوتا ہے جنہوں نے اس کا آغاز کیا۔
caveat_fractional = کئی گروہوں کا واقعہ ان میں برابر تقسیم کیا جاتا ہے۔
caveat_no_direction = جہاں دونوں فریق نامزد ہیں وہاں ماخذ یہ نہیں بتاتا کہ حملہ کس نے کیا: واقعے سے تعلق ذمہ داری نہیں۔
caveat_unnamed_moved = بغیر نامزد گروہ کے واقعات کا تناسب { $before } سے { $now } ہو گیا، جس سے ہر گروہ کے اعداد متاثر ہوتے ہیں۔
caveat_gated =
    { $plural ->
        [one] { $from } تا { $to } کا { $n } واقعہ، جس میں { $killed }، یہاں شامل نہیں: اس کی تاریخ کافی باریکی سے درج نہیں۔
       *[other] { $from } تا { $to } کے { $n } واقعات، جن میں { $killed }، یہاں شامل نہیں: ان کی تاریخیں کافی باریکی سے درج نہیں۔
    }
caveat_filtered = صرف وہی شمار ہے جو چھانٹی کی شرائط پر پورا اترتا ہے۔
caveat_break = ماخذ نے { $from } کو اندراج کا طریقہ بدلا: { $note }
caveat_new_name = نیا نام لازماً نیا گروہ نہیں: ہو سکتا ہے نام بدلا ہو، گروہ تقسیم ہوا ہو یا پہلی بار پہچانا گیا ہو۔
caveat_renamed = خاموش ہو جانے والا گروہ لازماً ختم نہیں ہوا: ہو سکتا ہے نام بدلا ہو، ضم ہو گیا ہو یا اب نامزد نہ کیا جاتا ہو۔
caveat_complete_with = اگر ماخذ مدت کے اختتام تک شمار کر رہا تھا تو { $covered } سے یہ مدت مکمل ہو جاتی ہے۔

## The document.
title = { $place } میں مسلح تشدد: { $period }
title_nowhere = مسلح تشدد: { $period }
subtitle = { $source }، { $from } تا { $to }
subtitle_as_of = { $subtitle }، بتاریخ { $day }
subtitle_filtered = { $subtitle }۔ صرف { $filters }
section_ledgers = تشدد کی نوعیتیں اور ان کی ہلاکت خیزی
section_regions = بلحاظ علاقہ
section_groups = بلحاظ گروہ
section_mix = طریقۂ کار اور اہداف
section_notable = قابلِ ذکر واقعات
section_quality = ڈیٹا کا معیار
section_sources = ذرائع ایک ساتھ
section_charts = مزید چارٹ
section_trend = مجموعی صورتِ حال: تعداد اور رجحان
section_alerts = انتباہات اور ریکارڈ
section_outlook = پیش گوئی
section_of = { $section }: { $source }
source_line = { $source }، ڈیٹا { $to } تک
source_line_version = { $line }، نسخہ { $version }
source_line_as_of = { $line }، بتاریخ { $day }
source_line_filtered = { $line }۔ صرف { $filters }
evidence_table = { $file }
evidence_rows = { $file } ({ $rows })
evidence_chart = چارٹ { $chart }
days_covered = { $from } تا { $to }
more_rows =
    { $plural ->
        [one] مزید { $n }، { $file } میں۔
       *[other] مزید { $n }، { $file } میں۔
    }
nothing_to_show = { $period } کے لیے کچھ ریکارڈ پر نہیں۔

## Column heads and row names.
head_region = علاقہ
head_group = گروہ
head_kind = نوعیت
head_incidents = واقعات
head_share = تناسب
head_killed = ہلاک
head_injured = زخمی
head_attacks = منسوب حملے
head_last = آخری سرگرمی
head_date = تاریخ
head_district = ضلع
head_groups = گروہ
head_id = شناخت
head_file = فائل
head_read = پڑھی گئی سطریں
head_counted_rows = شمار شدہ
head_merged = ضم شدہ
head_repeated = مکرر
head_superseded = پرانے نسخے
head_filtered = چھانٹی گئی
head_gated = تاریخ غیر باریک
head_rejected = مسترد
head_reason = وجہ
head_rows = سطریں
head_issue = کیا
head_effect = کیا کیا گیا
head_year = سال
head_civilian = شہری
head_security = سیکیورٹی اہلکار
head_militant = عسکریت پسند
head_other = دیگر
head_unknown = حیثیت نامعلوم
head_tactic = طریقۂ کار
head_target = ہدف
head_source = ماخذ
head_period = مدت
head_ours = یہاں کے واقعات
head_publisher = ناشر کا عدد
head_our_killed = یہاں کے ہلاک
head_publisher_killed = ناشر کے ہلاک
head_only_ours = صرف یہاں
head_only_publisher = صرف ناشر کے ہاں
head_change = بمقابلہ { $base }
head_of_year = سال کے واقعات
head_killed_of_year = سال کے ہلاک
head_of_parts = واقعات جن کی تاریخ اس اکائی تک معلوم ہے ({ $grain })
head_killed_of_parts = ان میں ہلاک جن کی تاریخ اس اکائی تک معلوم ہے ({ $grain })
head_observed = اصل
head_expected = متوقع (95 فیصد وقفہ)
head_judged = فیصلہ
head_bound = روایتی حد
head_forecaster = پیش گو
head_coverage = 80 فیصد وقفہ ماضی میں درست
head_series = سلسلہ
head_of = { $period } (80 فیصد وقفہ)
head_to_date = سال اب تک (ایک سال پہلے)
row_all = تمام
row_unattributed = کوئی گروہ نامزد نہیں
row_no_region = کوئی علاقہ درج نہیں
row_sum = تمام فائلیں
cell_change = { $absolute } ({ $percent })
cell_against = { $now } ({ $base })
cell_range = { $value } ({ $low } تا { $high })
cell_judged = { $word } ({ $evidence })

## Captions of tables, and notes under them.
table_regions = واقعات اور جانی نقصان بلحاظ علاقہ، { $period }
table_groups = واقعات اور جانی نقصان بلحاظ تنظیم، { $period }
table_communal = قبائلی، نسلی اور دیہی ملیشیا، { $period }
table_party = جماعتیں اور ان کی ملیشیا، { $period }
table_generic = عمومی نام جو کسی کو نامزد نہیں کرتے، { $period }
table_unattributed = واقعات جن میں کوئی مسلح گروہ نامزد نہیں، { $period }
table_ledgers = واقعات اور ہلاک افراد بلحاظ نوعیت، { $period }
table_tactics = { $kind } کے طریقے، { $period }
table_targets = { $kind } کے اہداف، { $period }
table_notable = سب سے ہلاکت خیز واقعات، { $period }
table_accounting = ہر سطر کا حساب
table_rejected = مسترد سطریں بلحاظ وجہ
table_issues = شمار شدہ سطروں میں غیر معمولی باتیں
table_years = غیر باریک تاریخیں: جو سال میں ہے اور چھوٹے ادوار میں نہیں
table_headline = ناشر کا اپنا عدد ({ $figure }) اس کے ساتھ، بلحاظ سال
table_sources = ہر ماخذ کی تازہ ترین مکمل مدت
table_alerts = { $period } اپنے ماضی کے مقابلے میں: سب سے ہٹے ہوئے سلسلے
table_forecasts = آئندہ ادوار میں کیا ہو سکتا ہے
note_groups = کئی گروہوں کا واقعہ ہر ایک کے لیے شمار ہوتا ہے: سطروں کا مجموعہ کل سے زیادہ ہے۔ ہلاک افراد سے مراد ان واقعات کے تمام ہلاک شدگان ہیں، صرف گروہ کے اپنے نہیں۔
note_at_least = "کم از کم": بعض واقعات کا جانی نقصان معلوم نہیں۔
note_sources = ہر ماخذ اپنے طریقے سے شمار کرتا ہے۔ مختلف ذرائع کے اعداد جمع نہ کیے جائیں اور نہ ان کی درجہ بندی کی جائے۔
note_alerts = متوقع سے مراد وہ ہے جو اسی سلسلے کے پچھلے ادوار سے متوقع تھا۔ دیگر طریقوں کی حدود، جاننے والوں کے لیے، tables/alerts.csv میں ہیں۔
note_forecasts = مزید ادوار، 50 اور 95 فیصد وقفے، اور تمام پیش گوؤں کے نتائج tables/forecasts.csv اور tables/scores.csv میں ہیں۔
none_alerts = { $period } میں اس رپورٹ کا کوئی سلسلہ اپنے ماضی سے ہٹ کر نہیں۔
sure_judged = "واضح" وہ ہے جو ایک ہی سوال کی تمام جانچوں کو ملا کر بھی اتفاق سے بڑھ کر ہو (q زیادہ سے زیادہ 5 فیصد، بنجمینی اور ہوخ برگ کے مطابق)؛ "قابلِ توجہ" اپنے طور پر اتفاق سے بڑھ کر ہے (p زیادہ سے زیادہ 5 فیصد) لیکن اتنی جانچوں میں نہیں؛ "اتفاق کی حد میں" وہ ہے جو کچھ نہ بدلنے پر بھی اکثر نظر آتا؛ "شمار کردہ" وہ عدد ہے جس کی جانچ نہیں ہوئی۔ اتفاق کی حد کے اندر فرق کو اضافہ یا کمی نہیں کہا جاتا۔
sure_changes = تبدیلیاں: واقعات کی دو تعدادوں کا موازنہ ان کے دنوں کے لحاظ سے عین مشروط جانچ سے کیا جاتا ہے، یا جہاں اعداد محض اتفاق سے زیادہ بکھرے ہوں وہاں دونوں سے پہلے کے 36 ادوار کے بکھراؤ سے۔ وقفہ فیصد کا ہے۔
sure_tolls = جانی نقصان: ہلاک اور زخمی افراد کا موازنہ دونوں ادوار کے واقعات کو بے ترتیب بدل کر کیا جاتا ہے، کیونکہ ایک ہی واقعہ پورے مہینے کا عدد بنا سکتا ہے؛ جانی نقصان کی تبدیلی دونوں ادوار کے سب سے ہلاکت خیز واقعے کے بغیر بھی قائم رہنی چاہیے۔
sure_trends = رجحانات: فیصلہ ایک جانچ پر ہے، یعنی گزشتہ 36 مکمل ادوار کی منفی دو رقمی شرح کی ڈھلان، تین سال کے ڈیٹا پر موسم کے ساتھ، اور جہاں قریبی ادوار ایک جیسے ہوں وہاں وسیع تر۔ دیگر جانچیں tables/trends.csv میں ہیں اور فیصلے میں شامل نہیں۔
sure_alerts = انتباہات: تازہ ترین مدت کو اس کے اپنے ماضی سے حاصل منفی دو رقمی توقع کے مقابل رکھا جاتا ہے جو اپنی بے یقینی بھی شمار کرتی ہے۔ کمی بھی اضافے کے برابر شمار ہوتی ہے۔ جس مدت میں بعد کی اطلاعات سے اضافہ ہو سکتا ہے وہ کمی کا انتباہ نہیں۔
sure_breaks = سطح کی تبدیلیاں: سطح میں تبدیلی کا ذکر صرف وہاں ہوتا ہے جہاں حصوں میں بٹا سلسلہ بغیر تقسیم کے سلسلے سے واضح طور پر بہتر ہو؛ ہر تبدیلی کے ساتھ وہ ادوار دیے جاتے ہیں جن کے درمیان وہ واقع ہے۔ اندراج کے طریقے میں اعلان شدہ تبدیلی کو کبھی تشدد نہیں بتایا جاتا۔
sure_forecasts = پیش گوئی: تین پیش گو ایک ہی ماضی دیکھتے ہیں، اور اس پروگرام کا اپنا ماڈل صرف وہاں دکھایا جاتا ہے جہاں وہ ماضی میں دونوں معیاروں سے بہتر رہا۔ پیش گوئی تنبیہ نہیں: یہ بتاتی ہے کہ ماضی سے کیا متوقع ہے۔
sure_guards = جو نہیں کہا جاتا: جہاں { $limit } سے زیادہ واقعات صرف نئے ذرائع سے ہوں، جہاں ایک ہی واقعہ تبدیلی کا سبب ہو، جہاں ایک علاقہ دوسرے میں ضم ہوا ہو سکتا ہو، جہاں بعد کی اطلاعات کمی کو ختم کر سکتی ہوں، یا جہاں ماخذ نے اندراج کا طریقہ بدلا ہو، وہاں کوئی دعویٰ نہیں کیا جاتا اور وجہ بتائی جاتی ہے۔
note_years = سالانہ مجموعے میں وہ واقعات بھی شامل ہیں جن کا صرف سال یا چند مہینوں کا عرصہ معلوم ہے؛ چھوٹے ادوار میں وہ شامل نہیں۔

## How it was counted.
counted_grain = ہر واقعہ ایک بار شمار ہوتا ہے؛ شمار کی اکائی: { $grain }۔
counted_start = کئی دن کا واقعہ اپنے پہلے دن پر شمار ہوتا ہے۔
counted_midpoint = کئی دن کا واقعہ اپنے درمیانی دن پر شمار ہوتا ہے۔
counted_spread = کئی دن کا واقعہ اپنے ہر دن پر برابر حصوں میں شمار ہوتا ہے۔
counted_coverage = { $source } کا ڈیٹا { $from } سے { $to } تک مانا گیا ہے۔ ان دنوں میں جو ریکارڈ پر نہیں وہ 0 ہے؛ ان سے باہر خانے خالی ہیں۔
counted_later = ان جگہوں پر شمار بعد میں شروع ہوا: { $places }؛ کئی ممالک کے سلسلے وہاں سے شروع ہوتے ہیں جہاں سب کا ڈیٹا موجود ہے۔
counted_later_place = { $country } ({ $day })
counted_gap = { $from } سے { $to } تک ناشر کے پاس ڈیٹا نہیں: یہ دن شامل نہیں، اور ان کے خانے خالی ہیں۔
counted_version = فائلیں { $day } تک تازہ ہیں، جو ان کی آخری نظرِثانی یا ان کے لیے دی گئی تاریخ ہے۔
counted_no_version = فائلوں سے معلوم نہیں ہوتا کہ وہ کتنی تازہ ہیں۔
counted_as_of = رپورٹ { $day } تک کی ہے: بعد کی سطریں شامل نہیں۔
counted_kinds = "واقعات" سے مراد: { $kinds }۔
counted_other =
    { $plural ->
        [one] { $n } واقعہ جو پرتشدد نہیں، یا مظاہرہ ہے، شامل نہیں۔
       *[other] { $n } واقعات جو پرتشدد نہیں، یا مظاہرے ہیں، شامل نہیں۔
    }
counted_filters = چھانٹی: صرف { $filters }۔
counted_no_filters = کوئی چھانٹی نہیں کی گئی۔
counted_provisional = عبوری، کیونکہ بعد کی اطلاعات سے اضافہ ہو سکتا ہے: { $periods }۔
counted_percent = { $minimum } سے کم کی بنیاد پر فیصد نہیں دیا جاتا: ایک واقعے کی کمی بیشی سے یہ دس فیصد یا اس سے زیادہ بدل جاتا۔
counted_new_sources = جہاں { $limit } سے زیادہ واقعات صرف ان ذرائع سے ہوں جو پہلے اطلاع نہیں دیتے تھے، وہاں موازنہ نہیں کیا جاتا۔
counted_aggregated = سطریں ہفتہ وار تعدادیں ہیں جن میں گروہ درج نہیں؛ ہفتہ اس مہینے کا ہے جس میں اس کا منگل آئے۔
counted_not_reported = اس ماخذ میں درج نہیں، اس لیے 0 کے بجائے خالی: { $measures }۔

## The quality of the data.
quality_rows = پڑھی گئی { $read } سطروں میں سے { $counted } شمار ہوئیں؛ { $rest }۔
quality_all_counted =
    { $plural ->
        [one] پڑھی گئی واحد سطر شمار ہوئی۔
       *[other] پڑھی گئی تمام { $n } سطریں شمار ہوئیں۔
    }
quality_merged =
    { $plural ->
        [one] { $n } اسی واقعے کی دوسری سطر میں ضم ہوئی
       *[other] { $n } انہی واقعات کی دوسری سطروں میں ضم ہوئیں
    }
quality_repeated =
    { $plural ->
        [one] { $n } ہوبہو تکرار ہے
       *[other] { $n } ہوبہو تکرار ہیں
    }
quality_superseded =
    { $plural ->
        [one] { $n } دوسری سطر کا پرانا نسخہ ہے
       *[other] { $n } دوسری سطروں کے پرانے نسخے ہیں
    }
quality_filtered =
    { $plural ->
        [one] { $n } چھانٹی میں خارج ہوئی
       *[other] { $n } چھانٹی میں خارج ہوئیں
    }
quality_gated =
    { $plural ->
        [one] { $n } کی تاریخ کافی باریک نہیں
       *[other] { $n } کی تاریخیں کافی باریک نہیں
    }
quality_rejected =
    { $plural ->
        [one] { $n } مسترد ہوئی
       *[other] { $n } مسترد ہوئیں
    }
quality_gated_toll =
    { $plural ->
        [one] { $n } واقعہ، جس میں { $killed }، کی تاریخ اس اکائی ({ $grain }) کے لیے کافی باریک نہیں: وہ کسی سلسلے میں نہیں اور tables/quality.csv میں درج ہے۔
       *[other] { $n } واقعات، جن میں { $killed }، کی تاریخیں اس اکائی ({ $grain }) کے لیے کافی باریک نہیں: وہ کسی سلسلے میں نہیں اور tables/quality.csv میں درج ہیں۔
    }
quality_coarse =
    { $plural ->
        [one] { $of } واقعات میں سے { $n } کا مقام علاقے سے زیادہ باریکی سے درج نہیں{ $share }: وہ اپنے علاقے میں شمار ہے، کسی ضلع میں نہیں۔
       *[other] { $of } واقعات میں سے { $n } کا مقام علاقے سے زیادہ باریکی سے درج نہیں{ $share }: وہ اپنے علاقوں میں شمار ہیں، کسی ضلع میں نہیں۔
    }
quality_no_region =
    { $plural ->
        [one] { $n } واقعے کا علاقہ درج نہیں؛ وہ کسی درجہ بندی میں نہیں۔
       *[other] { $n } واقعات کا علاقہ درج نہیں؛ وہ کسی درجہ بندی میں نہیں۔
    }
quality_unmatched =
    { $plural ->
        [one] { $n } نام ناموں کے کسی جدول میں نہیں: { $names }۔
       *[other] { $n } نام ناموں کے کسی جدول میں نہیں: { $names }۔
    }
quality_unmatched_allies =
    { $plural ->
        [one] { $n } حلیف اس رپورٹ کا کوئی گروہ نہیں اور گروہ شمار نہیں ہوتا؛ وہ tables/unmatched_names.csv میں درج ہے۔
       *[other] { $n } حلیف اس رپورٹ کے کوئی گروہ نہیں اور گروہ شمار نہیں ہوتے؛ وہ tables/unmatched_names.csv میں درج ہیں۔
    }
quality_near = { $name } (ملتا جلتا { $nearest })
quality_doubted =
    { $plural ->
        [one] { $n } سطر، جس میں { $killed }، شامل نہیں کیونکہ اندراج کرنے والوں کو اس کے دہشت گردی ہونے میں شبہ ہے؛ اسے ملا کر { $all } واقعات اور { $all_killed } ہلاک ہوتے۔
       *[other] { $n } سطریں، جن میں { $killed }، شامل نہیں کیونکہ اندراج کرنے والوں کو ان کے دہشت گردی ہونے میں شبہ ہے؛ انہیں ملا کر { $all } واقعات اور { $all_killed } ہلاک ہوتے۔
    }
quality_doubted_alone =
    { $plural ->
        [one] { $n } سطر، جس میں { $killed }، شامل نہیں کیونکہ اندراج کرنے والوں کو اس کے دہشت گردی ہونے میں شبہ ہے۔
       *[other] { $n } سطریں، جن میں { $killed }، شامل نہیں کیونکہ اندراج کرنے والوں کو ان کے دہشت گردی ہونے میں شبہ ہے۔
    }
quality_skipped =
    { $plural ->
        [one] { $n } سطر، جس میں { $killed }، میپنگ کے ایک قاعدے کے تحت شامل نہیں۔
       *[other] { $n } سطریں، جن میں { $killed }، میپنگ کے قواعد کے تحت شامل نہیں۔
    }
quality_clean = کوئی عدد نامعلوم نہیں کیا گیا، اور کوئی غیر معمولی بات نہیں ملی۔
quality_break = ماخذ نے { $from } کو اندراج کا طریقہ بدلا: { $note }
quality_omitted = چارٹ جو نہیں بنائے گئے
omitted = { $chart }، { $subject }: { $reason }۔
colophon = { $program } { $version } سے manifest.json میں درج فائلوں کی بنیاد پر تیار کی گئی؛ یکساں فائلیں یکساں رپورٹ دیتی ہیں۔
cite = براہِ کرم ڈیٹا کا حوالہ اس کے ناشر کی ہدایت کے مطابق دیں: { $citation }
cannot_say = یہ اعداد وہ ہیں جو رپورٹ اور درج ہوئے، وہ نہیں جو حقیقت میں ہوا: غیر رپورٹ شدہ تشدد شامل نہیں، اور واقعات کی نسبت ماخذ کی اپنی ہے۔
