### What is said of tests, trends, alerts, breaks and forecasts, in Urdu.

## Chance: p, q and what they are worth; intervals; why something was not computed ("because ...").
p_value = p = { $p }
p_below = p < { $p }
q_value = q = { $q }
q_below = q < { $q }
judged_clear = ، فرق اتفاق سے بڑھ کر ({ $evidence })
judged_suggestive =
    { $plural ->
        [one] ، فرق عموماً اتفاق سے بڑا ({ $evidence })، لیکن ایسی { $tests } جانچوں میں سے ایک محض اتفاق سے بھی ایسی نکل سکتی ہے
       *[other] ، فرق عموماً اتفاق سے بڑا ({ $evidence })، لیکن ایسی { $tests } جانچوں میں سے تقریباً { $n } محض اتفاق سے بھی ایسی نکل سکتی ہیں
    }
judged_suggestive_few = ، فرق عموماً اتفاق سے بڑا ({ $evidence })، لیکن ایسی تمام { $tests } جانچوں کو ملا کر نہیں
judged_too_small = ، فرق اتفاق کی حد میں: اتنے کم واقعات اس سے زیادہ ظاہر نہیں کر سکتے تھے ({ $evidence })
judged_chance = ، فرق اتفاق کی حد میں ({ $evidence })
no_rise_claimed = ، لیکن اضافے کا دعویٰ نہیں کیا جاتا، کیونکہ { $why }
no_fall_claimed = ، لیکن کمی کا دعویٰ نہیں کیا جاتا، کیونکہ { $why }
not_tested = ، اتفاق کے مقابل جانچ نہیں کی گئی، کیونکہ { $why }
any_percent = کوئی بھی عدد
more_than = { $number } سے زیادہ
interval_of = { $level } وقفہ { $low } تا { $high }
interval_times = { $level } وقفہ { $low } تا { $high } گنا
why_partial = دونوں میں سے ایک مدت (اکائی: { $grain }) کا ڈیٹا نامکمل ہے
why_no_base = اس سے پہلے کا ڈیٹا دستیاب نہیں
why_unreported = کوئی عدد معلوم نہیں
why_lower_bound = بہت سے اعداد نامعلوم ہیں
why_new_sources = { $share } واقعات صرف ان ذرائع سے ہیں جو پہلے اطلاع نہیں دیتے تھے، اور شمار کے طریقے میں تبدیلی تشدد میں تبدیلی نہیں
why_too_short = ڈیٹا صرف { $have } کا ہے جبکہ { $need } درکار ہیں
why_too_few = صرف { $have } شمار ہوئے جبکہ { $need } درکار ہیں
why_too_quiet = گزشتہ { $of } میں سے صرف { $have } میں کچھ شمار ہوا جبکہ { $need } درکار ہیں
why_degenerate = اعداد میں کوئی فرق نہیں
why_no_cycle = یہ اکائی ({ $grain }) سالانہ چکر کا حصہ نہیں
why_provisional = بعد کی اطلاعات سے اس مدت (اکائی: { $grain }) میں اضافہ ہو سکتا ہے
why_one_incident = اس کی بنیاد ایک ہی واقعہ ہے جس میں { $killed }
why_merged_region = اسی وقت ایک دوسرے علاقے میں الٹی سمت کی تبدیلی آئی، جیسا کہ علاقوں کے انضمام یا حد بندی کی تبدیلی میں ہوتا ہے
why_collection_break = ماخذ نے درمیان میں اندراج کا طریقہ بدلا
why_stale = ڈیٹا نسخے کی تاریخ سے { $periods } پہلے ختم ہوتا ہے
why_not_shown = یہ صرف ان سلسلوں کے لیے شمار کیا جاتا ہے جو رپورٹ میں ہیں
why_no_distribution = صرف مجموعہ معلوم ہے، ہر واقعے کا الگ عدد نہیں

## Things in the plural, and counts of periods.
plural_incidents = واقعات
plural_killed = ہلاک افراد
killed_in = { $kind } میں ہلاک افراد
number_of = { $what } کی تعداد
count_days =
    { $plural ->
        [one] { $n } دن
       *[other] { $n } دن
    }
count_weeks =
    { $plural ->
        [one] { $n } ہفتہ
       *[other] { $n } ہفتے
    }
count_months =
    { $plural ->
        [one] { $n } ماہ
       *[other] { $n } ماہ
    }
count_quarters =
    { $plural ->
        [one] { $n } سہ ماہی
       *[other] { $n } سہ ماہی
    }
count_half_years =
    { $plural ->
        [one] { $n } ششماہی
       *[other] { $n } ششماہی
    }
count_years =
    { $plural ->
        [one] { $n } سال
       *[other] { $n } سال
    }
periods_to = { $last } تک کے { $periods }

## Trends, alerts, breaks of level.
trend_rising = { $period } تک کے { $window } میں { $what } کی تعداد بڑھتی رہی ہے، سالانہ { $growth } ({ $interval }){ $judged }۔
trend_falling = { $period } تک کے { $window } میں { $what } کی تعداد گھٹتی رہی ہے، سالانہ { $growth } ({ $interval }){ $judged }۔
trend_suggestive = { $period } تک کے { $window } میں { $what } کی تعداد میں ممکنہ تبدیلی، سالانہ { $growth } ({ $interval }){ $judged }۔
trend_none = { $period } تک کے { $window } میں { $what } کی تعداد کے بڑھنے یا گھٹنے کا کوئی ثبوت نہیں: تخمینہ سالانہ { $growth } ({ $interval }){ $judged }۔
trend_unknown = یہ نہیں کہا جا سکتا کہ { $what } کی تعداد بڑھ رہی ہے یا گھٹ رہی ہے، کیونکہ { $why }۔
alert_up = { $period } کا شمار: { $count }، جبکہ پچھلے { $baseline } کی بنیاد پر { $expected } متوقع تھے، { $low } اور { $high } کے درمیان: غیر معمولی طور پر زیادہ{ $judged }۔ { $bound }
alert_down = { $period } کا شمار: { $count }، جبکہ پچھلے { $baseline } کی بنیاد پر { $expected } متوقع تھے، { $low } اور { $high } کے درمیان: غیر معمولی طور پر کم{ $judged }۔ { $bound }
bound_upper = { $detector } کی بالائی حد { $bound } ہے
bound_lower = { $detector } کی زیریں حد { $bound } ہے
bound_none = { $detector } کوئی زیریں حد نہیں دیتا
bound = { $said }{ $chosen }۔
detector_farrington = فیرنگٹن اور نوفیلی کا طریقہ
detector_ears = EARS C2
detector_cusum = مجموعی جمع (CUSUM) کا طریقہ
detector_long = { "" }
detector_short = ، جو اس لیے استعمال ہوا کہ سلسلہ فیرنگٹن کے طریقے کے لیے بہت مختصر ہے
detector_sparse = ، جو اس لیے استعمال ہوا کہ سلسلے میں فیرنگٹن کے طریقے کے لیے واقعات بہت کم ہیں
level_rose = { $first } سے { $what } کی سطح فی { $grain } { $after } ہے، جو پہلے { $before } تھی ({ $interval }){ $judged }؛ یہ اضافہ { $came } ہوا۔
level_fell = { $first } سے { $what } کی سطح فی { $grain } { $after } ہے، جو پہلے { $before } تھی ({ $interval }){ $judged }؛ یہ کمی { $came } ہوئی۔
level_had_risen = { $first } سے { $until } تک { $what } کی سطح فی { $grain } { $after } تھی، جو پہلے { $before } تھی ({ $interval }){ $judged }؛ یہ اضافہ { $came } ہوا۔
level_had_fallen = { $first } سے { $until } تک { $what } کی سطح فی { $grain } { $after } تھی، جو پہلے { $before } تھی ({ $interval }){ $judged }؛ یہ کمی { $came } ہوئی۔
between = { $earliest } اور { $latest } کے درمیان
from_nought = پہلے کوئی نہ تھا
times =
    { $plural ->
        [one] { $n } گنا، { $interval }
       *[other] { $n } گنا، { $interval }
    }

## Forecasts, and how they did.
forecast = پیش گوئی ({ $forecaster }): { $steps }۔{ $past }
forecast_first = { $period } میں { $count } (80 فیصد وقفہ { $low } تا { $high })
forecast_next = { $period } میں { $mean } ({ $low } تا { $high })
forecast_past =
    { $plural ->
        [one] { " " }اس سلسلے کے ماضی میں ایسے { $n } وقفے میں سے { $inside } میں اصل عدد شامل تھا۔
       *[other] { " " }اس سلسلے کے ماضی میں ایسے { $n } وقفوں میں سے { $inside } میں اصل عدد شامل تھا۔
    }
forecast_benchmark = { $forecaster }، ایک معیار جسے اس پروگرام کا ماڈل اس سلسلے کے ماضی میں بہتر نہ کر سکا
forecast_refused = { $what } کی کوئی پیش گوئی نہیں کی گئی، کیونکہ { $why }۔
forecaster_resampled = گزشتہ بارہ ماہ کی دوبارہ نمونہ بندی
forecaster_last = آخری عدد پر پوئساں تقسیم
forecaster_model = مشترکہ ماڈل
kept_inside = رپورٹ { $label } میں { $when } متوقع: { $expected }، 80 فیصد وقفہ { $low } تا { $high }؛ اصل عدد { $observed }، وقفے کے اندر۔
kept_below = رپورٹ { $label } میں { $when } متوقع: { $expected }، 80 فیصد وقفہ { $low } تا { $high }؛ اصل عدد { $observed }، وقفے سے کم۔
kept_above = رپورٹ { $label } میں { $when } متوقع: { $expected }، 80 فیصد وقفہ { $low } تا { $high }؛ اصل عدد { $observed }، وقفے سے زیادہ۔

## Lethality.
lethality = { $window } میں فی واقعہ اوسطاً { $mean } افراد ہلاک ہوئے ({ $interval }؛ سب سے ہلاکت خیز واقعے کے بغیر { $without })، نصف واقعات میں زیادہ سے زیادہ { $median }، سب سے ہلاکت خیز واقعے میں { $maximum }؛ { $lethal } واقعات میں کوئی ہلاکت ہوئی ({ $lethal_interval })۔
lethality_beside = { $window } میں یہ اوسط { $mean } تھی ({ $interval })، اور { $lethal } واقعات میں کوئی ہلاکت ہوئی۔
lethality_unknown = یہ نہیں کہا جا سکتا کہ واقعات کتنے ہلاکت خیز ہیں، کیونکہ { $why }۔

## What is not claimed, and how much was tested.
withheld = { $what } کے بارے میں { $questions } کا دعویٰ نہیں کیا جاتا، کیونکہ { $why }۔
no_change = کسی تبدیلی
no_trend = کسی رجحان
no_alert = کسی انتباہ
no_break = سطح کی کسی تبدیلی
no_record = کسی ریکارڈ
tests =
    { $plural ->
        [one] { $n } جانچ کی گئی: { $each }۔{ $left_out }
       *[other] { $n } جانچیں کی گئیں: { $each }۔{ $left_out }
    }
tests_of_change =
    { $plural ->
        [one] دو ادوار کا { $n } موازنہ
       *[other] دو ادوار کے { $n } موازنے
    }
tests_of_trend =
    { $plural ->
        [one] { $n } رجحان
       *[other] { $n } رجحانات
    }
tests_of_alert =
    { $plural ->
        [one] { $n } انتباہ
       *[other] { $n } انتباہات
    }
tests_of_break =
    { $plural ->
        [one] سطح کی تبدیلی کی { $n } جانچ
       *[other] سطح کی تبدیلی کی { $n } جانچیں
    }
tests_found = { $tests } (p زیادہ سے زیادہ 5 فیصد: { $nominal }، سب کو ملا کر واضح: { $clear })
tests_left_out =
    { $plural ->
        [one] { " " }مزید { $n } سلسلہ اتنا کم ہے کہ کوئی عدد بھی تبدیلی کو اتفاق سے الگ نہ کر سکتا، اس لیے شامل نہیں۔
       *[other] { " " }مزید { $n } سلسلے اتنے کم ہیں کہ کوئی عدد بھی تبدیلی کو اتفاق سے الگ نہ کر سکتا، اس لیے شامل نہیں۔
    }
nothing_tested = اتفاق کے مقابل کسی چیز کی جانچ نہیں ہو سکی۔
