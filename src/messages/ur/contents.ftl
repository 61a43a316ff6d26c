### What a report holds, in Urdu: its first screen, its parts, the tables of its charts.

## The first screen.
fact_period = مدت
fact_coverage = ڈیٹا کا دورانیہ
fact_as_of = بتاریخ
fact_source = ماخذ
fact_version = ڈیٹا کا نسخہ
fact_no_version = درج نہیں
fact_filters = صرف
figure_incidents = واقعات
figure_lethal = ہلاکت والے واقعات
figure_killed = ہلاک افراد
figure_injured = زخمی افراد
figure_suicide = خودکش حملے
not_compared_because = موازنہ نہیں: { $why }
difference_so_far = { $difference }، اب تک
spark_alt = { $measure }، { $from } تا { $to }: { $first } سے { $last }۔
evidence_part = { $name } کی مزید تفصیل
evidence_method = طریقہ: { $method }
toll_killed = ہلاک افراد کی تعداد
toll_injured = زخمی افراد کی تعداد
complete_tolls = { $period } کے ہر واقعے کی { $toll } معلوم ہے۔
incomplete_tolls =
    { $plural ->
        [one] { $of } واقعات میں سے { $n } کی { $toll } معلوم نہیں{ $share }: مجموعے کم از کم حد ہیں۔
       *[other] { $of } واقعات میں سے { $n } کی { $toll } معلوم نہیں{ $share }: مجموعے کم از کم حد ہیں۔
    }
no_tolls = ماخذ میں یہ معلومات نہیں: { $toll }۔
coarse_places =
    { $plural ->
        [one] { $of } واقعات میں سے { $n } کا مقام علاقے سے زیادہ باریکی سے درج نہیں{ $share }۔
       *[other] { $of } واقعات میں سے { $n } کا مقام علاقے سے زیادہ باریکی سے درج نہیں{ $share }۔
    }
unnamed_share =
    { $plural ->
        [0] مسلح گروہ والے { $of } واقعات میں سے ہر ایک میں گروہ نامزد ہے{ $share }۔
        [one] مسلح گروہ والے { $of } واقعات میں سے { $n } میں کوئی نامزد نہیں{ $share }۔
       *[other] مسلح گروہ والے { $of } واقعات میں سے { $n } میں کوئی نامزد نہیں{ $share }۔
    }
unnamed_left_out = نامعلوم گروہوں کے واقعات کی تعداد کی پیمائش نہیں ہوئی: ماخذ انہیں شامل نہیں کرتا۔
complete_rows =
    { $plural ->
        [one] پڑھی گئی واحد سطر قابلِ استعمال تھی۔
       *[other] پڑھی گئی { $n } سطروں میں سے کوئی مسترد نہیں ہوئی۔
    }
incomplete_rows =
    { $plural ->
        [one] پڑھی گئی { $of } سطروں میں سے { $n } مسترد ہوئی؛ یہ rejected.csv میں درج ہے۔
       *[other] پڑھی گئی { $of } سطروں میں سے { $n } مسترد ہوئیں؛ یہ rejected.csv میں درج ہیں۔
    }

## Sections and parts.
lead_of_region = { $period } میں { $name }: { $counts }۔
lead_of_group = { $period } میں { $name } سے متعلق واقعات: { $counts }۔
title_of = { $name }: مسلح تشدد، { $period }
section_trend_of = تعداد اور رجحان
section_meet = علاقے اور گروہ ایک ساتھ
section_context = ڈیٹا کے گرد و پیش کے حالات
section_districts = اضلاع
section_methods = طریقے آسان الفاظ میں
section_provenance = اعداد کہاں سے آئے
no_moving_region = کسی علاقے میں اتفاق سے بڑھ کر تبدیلی نہیں آئی۔ بڑے علاقوں میں سے ہر ایک کا الگ حصہ نیچے ہے۔
no_moving_group = کسی گروہ میں اتفاق سے بڑھ کر تبدیلی نہیں آئی۔ سب سے سرگرم گروہوں میں سے ہر ایک کا الگ حصہ نیچے ہے۔
none_regions = کسی واقعے کا علاقہ درج نہیں۔
none_groups = کسی واقعے میں کوئی مسلح تنظیم نامزد نہیں۔
none_meet = گزشتہ سال کسی نامزد علاقے میں کوئی نامزد گروہ ریکارڈ پر نہیں۔
none_context = حالات کا کوئی جدول نہیں دیا گیا (--context)۔
none_context_covered = دیے گئے جدول کا کوئی واقعہ ڈیٹا کے دنوں میں نہیں آتا۔
none_districts = گزشتہ سال کے کسی واقعے کا ضلع درج نہیں۔
none_forecast = کوئی پیش گوئی نہیں: کوئی مدت مکمل نہیں۔
none_forecast_because = کوئی پیش گوئی نہیں: { $why }۔
none_tested_for_alerts = کوئی سلسلہ اتنا طویل یا اتنا بھرپور نہیں کہ تازہ ترین مدت کی توقع بتائی جا سکے۔
none_records = { $period } میں کوئی ریکارڈ قائم نہیں ہوا۔
none_notable = { $period } میں کسی کے ہلاک ہونے کی اطلاع نہیں۔
none_tactics = { $period } کے کسی واقعے کا طریقۂ کار درج نہیں۔
none_targets = { $period } کے کسی واقعے کا ہدف درج نہیں۔
not_reported_tactics = ماخذ طریقۂ کار درج نہیں کرتا۔
not_reported_targets = ماخذ اہداف درج نہیں کرتا۔
none_groups_of = گزشتہ سال { $name } میں کوئی نامزد گروہ ریکارڈ پر نہیں۔
none_regions_of = گزشتہ سال { $name } کسی نامزد علاقے میں ریکارڈ پر نہیں۔
none_alerts_of = { $period } میں { $name } کا کوئی عدد اپنے ماضی سے ہٹ کر نہیں، اور کوئی ریکارڈ قائم نہیں ہوا۔
table_numbers = { $name }: اعداد
table_meet = علاقوں میں گروہ، { $to } تک کے ایک سال میں
table_groups_of = { $name } میں گروہ، { $to } تک کے ایک سال میں
table_regions_of = { $name } کے علاقے، { $to } تک کے ایک سال میں
table_districts = سب سے زیادہ واقعات والے اضلاع، { $period }
table_districts_in = { $name } کے سب سے زیادہ واقعات والے اضلاع، { $period }
table_districts_with = { $name } کے سب سے زیادہ واقعات والے اضلاع، { $period }
table_context = حالات، تازہ ترین پہلے
table_inputs = پڑھی گئی فائلیں
table_beside = ان کے ساتھ کے جدول
table_settings = وہ ترتیبات جو پروگرام کی اپنی نہیں
note_killed_of_group = ہلاک افراد سے مراد ان واقعات کے تمام ہلاک شدگان ہیں، صرف گروہ کے اپنے نہیں۔
note_districts = جن مقامات کی باریکی ضلع سے کم ہے وہ کسی ضلع میں شامل نہیں۔
note_context = کسی واقعے کے دوران جو شمار ہوا اس کا اس واقعے سے تعلق ہونا ضروری نہیں۔
head_measure = پیمانہ
head_last_year = گزشتہ سال کے واقعات
head_year_before = اس سے پچھلے سال میں
head_killed_last_year = گزشتہ سال ہلاک
head_dates = تاریخیں
head_event = واقعہ
head_scope = متعلق
head_version = نسخہ
head_hash = BLAKE3 (ابتدائی حصہ)
head_setting = ترتیب
cell_covered_days = { $of } میں سے { $days } دنوں میں { $value }
quality_of_all = ذیل کی معلومات پورے ڈیٹا کے بارے میں ہیں، جس کا یہ صفحہ ایک حصہ دکھاتا ہے۔
provenance_intro = یہاں سب کچھ انہی فائلوں اور ترتیبات سے شمار ہوا ہے؛ یکساں فائلیں اور ترتیبات یکساں رپورٹ دیتی ہیں۔ manifest.json میں مکمل ہیش، رمز بندیاں، اور اس فولڈر کی ہر فائل کا ہیش درج ہے۔
no_settings = تمام ترتیبات پروگرام کی اپنی ہیں۔
cite_report = اس رپورٹ کا حوالہ دیتے ہوئے اس کا عنوان، مدت، ڈیٹا کا نسخہ اور { $program } { $version } درج کریں؛ اوپر دیے گئے BLAKE3 ہیش بتاتے ہیں کہ رپورٹ کن فائلوں پر مبنی ہے۔

## Methods.
methods_intro = اس رپورٹ کے الفاظ کے پیچھے کیا ہے، ہر ایک کی وضاحت ایک بار۔ جملے یہاں کا حوالہ دیتے ہیں۔
method_counting = واقعات کیسے شمار ہوتے ہیں
method_judging = واضح، قابلِ توجہ اور اتفاق کی حد میں سے کیا مراد ہے
method_changes = ادوار کے درمیان تبدیلیاں
method_tolls = جانی نقصان کی تبدیلیاں
method_trends = رجحانات
method_alerts = انتباہات
method_breaks = سطح کی تبدیلیاں
method_records = ریکارڈ، پہلی بار اور خاموشیاں
method_lethality = ہلاکت خیزی
method_forecasts = پیش گوئیاں
method_guards = کیا نہیں کہا جاتا، اور کیوں
sure_records = ریکارڈ، پہلی بار اور خاموشیاں: ریکارڈ ڈیٹا کے آغاز سے کسی مکمل مدت کا سب سے زیادہ یا سب سے کم عدد ہے، اور بتاتا ہے کہ کب کے بعد۔ پہلی بار یا خاموشی کا ذکر صرف تین سال کے ڈیٹا پر ہوتا ہے، اور صرف ان ناموں کا جو ناموں کے جدول میں ہیں؛ خاموشی وہ ہے جو پچھلی شرح کے لحاظ سے غیر متوقع ہو۔
sure_lethality = ہلاکت خیزی: فی واقعہ ہلاک افراد ان واقعات پر شمار ہوتے ہیں جن کا جانی نقصان معلوم ہے، ان واقعات کے بے ترتیب انتخاب سے حاصل وقفے کے ساتھ؛ یہی عدد سب سے ہلاکت خیز واقعے کے بغیر بھی دیا جاتا ہے۔

## Tables of charts.
head_held_against = { $name }، سرمئی لکیر
head_part = { $whole }: { $part }
head_in_state = { $name } ({ $state })
head_low_high = کم سے کم تا زیادہ سے زیادہ تخمینہ
head_expected_range = متوقع (95 فیصد وقفہ)
head_forecast_range = پیش گوئی (80 فیصد وقفہ)
head_status = حیثیت
head_events = حالات
head_value = عدد
cell_low_high = { $low } تا { $high }
status_complete = مکمل
status_provisional = عبوری
status_partial = جزوی ڈیٹا
status_not_covered = ڈیٹا دستیاب نہیں
status_unreported = درج نہیں
