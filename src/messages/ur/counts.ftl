### Numbers, comparisons, records, ledgers, regions, groups, in Urdu.

## Slots are filled in by the program. A plural that stands alone ("kind_attack") may be followed by a postposition; a count stands
## in the direct case. No word here claims a cause.

## Numbers with their nouns.
at_least = کم از کم { $number }
some_number = نامعلوم تعداد میں
incidents =
    { $plural ->
        [0] کوئی واقعہ نہیں
        [one] { $n } واقعہ
       *[other] { $n } واقعات
    }
attacks =
    { $plural ->
        [0] کوئی حملہ نہیں
        [one] { $n } حملہ
       *[other] { $n } حملے
    }
operations =
    { $plural ->
        [0] ریاستی فورسز کی کوئی کارروائی نہیں
        [one] ریاستی فورسز کی { $n } کارروائی
       *[other] ریاستی فورسز کی { $n } کارروائیاں
    }
state_violence =
    { $plural ->
        [0] شہریوں کے خلاف ریاستی تشدد کا کوئی واقعہ نہیں
        [one] شہریوں کے خلاف ریاستی تشدد کا { $n } واقعہ
       *[other] شہریوں کے خلاف ریاستی تشدد کے { $n } واقعات
    }
clashes =
    { $plural ->
        [0] کوئی جھڑپ نہیں
        [one] { $n } جھڑپ
       *[other] { $n } جھڑپیں
    }
interstate =
    { $plural ->
        [0] ریاستوں کے درمیان کوئی جھڑپ نہیں
        [one] ریاستوں کے درمیان { $n } جھڑپ
       *[other] ریاستوں کے درمیان { $n } جھڑپیں
    }
undetermined =
    { $plural ->
        [0] غیر واضح فریق کے تشدد کا کوئی واقعہ نہیں
        [one] غیر واضح فریق کے تشدد کا { $n } واقعہ
       *[other] غیر واضح فریق کے تشدد کے { $n } واقعات
    }
other_incidents =
    { $plural ->
        [0] کوئی دیگر واقعہ نہیں
        [one] { $n } دیگر واقعہ
       *[other] { $n } دیگر واقعات
    }
suicide_attacks =
    { $plural ->
        [0] کوئی خودکش حملہ نہیں
        [one] { $n } خودکش حملہ
       *[other] { $n } خودکش حملے
    }
people =
    { $plural ->
        [0] کوئی فرد نہیں
        [one] { $n } فرد
       *[other] { $n } افراد
    }
count_killed =
    { $plural ->
        [0] کوئی فرد ہلاک نہیں
        [one] { $n } فرد ہلاک
       *[other] { $n } افراد ہلاک
    }
count_injured =
    { $plural ->
        [0] کوئی فرد زخمی نہیں
        [one] { $n } فرد زخمی
       *[other] { $n } افراد زخمی
    }
people_killed =
    { $plural ->
        [0] کوئی فرد ہلاک نہیں ہوا
        [one] { $n } فرد ہلاک ہوا
       *[other] { $n } افراد ہلاک ہوئے
    }
people_injured =
    { $plural ->
        [0] کوئی فرد زخمی نہیں ہوا
        [one] { $n } فرد زخمی ہوا
       *[other] { $n } افراد زخمی ہوئے
    }
people_arrested =
    { $plural ->
        [0] کوئی فرد گرفتار نہیں ہوا
        [one] { $n } فرد گرفتار ہوا
       *[other] { $n } افراد گرفتار ہوئے
    }
people_abducted =
    { $plural ->
        [0] کوئی فرد اغوا نہیں ہوا
        [one] { $n } فرد اغوا ہوا
       *[other] { $n } افراد اغوا ہوئے
    }
civilians =
    { $plural ->
        [one] { $n } شہری
       *[other] { $n } شہری
    }
security =
    { $plural ->
        [one] { $n } سیکیورٹی اہلکار
       *[other] { $n } سیکیورٹی اہلکار
    }
militants =
    { $plural ->
        [one] { $n } عسکریت پسند
       *[other] { $n } عسکریت پسند
    }
other_victims =
    { $plural ->
        [one] { $n } دیگر فرد
       *[other] { $n } دیگر افراد
    }
all_civilians =
    { $plural ->
        [one] ایک شہری
       *[other] تمام شہری
    }
all_security =
    { $plural ->
        [one] ایک سیکیورٹی اہلکار
       *[other] تمام سیکیورٹی اہلکار
    }
all_militants =
    { $plural ->
        [one] ایک عسکریت پسند
       *[other] تمام عسکریت پسند
    }
all_others =
    { $plural ->
        [one] نہ شہری، نہ سیکیورٹی اہلکار، نہ عسکریت پسند
       *[other] ان میں کوئی شہری، سیکیورٹی اہلکار یا عسکریت پسند نہیں
    }
all_unknown =
    { $plural ->
        [one] حیثیت نامعلوم
       *[other] سب کی حیثیت نامعلوم
    }
unknown_victims =
    { $plural ->
        [one] { $n } نامعلوم حیثیت کا فرد
       *[other] { $n } نامعلوم حیثیت کے افراد
    }
grain_day = دن
grain_week = ہفتہ
grain_month = ماہ
grain_quarter = سہ ماہی
grain_half_year = ششماہی
grain_year = سال
twelve_days = بارہ دنوں
twelve_weeks = بارہ ہفتوں
twelve_months = بارہ مہینوں
twelve_quarters = بارہ سہ ماہیوں
twelve_half_years = بارہ ششماہیوں
twelve_years = بارہ برسوں

## Kinds.
kind_attack =
    { $plural ->
        [one] حملہ
       *[other] حملوں کے واقعات
    }
kind_operation =
    { $plural ->
        [one] ریاستی فورسز کی کارروائی
       *[other] ریاستی فورسز کی کارروائیوں کے واقعات
    }
kind_state_violence =
    { $plural ->
        [one] شہریوں کے خلاف ریاستی تشدد
       *[other] شہریوں کے خلاف ریاستی تشدد کے واقعات
    }
kind_clash =
    { $plural ->
        [one] جھڑپ
       *[other] جھڑپوں کے واقعات
    }
kind_interstate =
    { $plural ->
        [one] ریاستوں کے درمیان جھڑپ
       *[other] ریاستوں کے درمیان جھڑپوں کے واقعات
    }
kind_undetermined =
    { $plural ->
        [one] غیر واضح فریق کا تشدد
       *[other] غیر واضح فریق کے تشدد کے واقعات
    }
kind_other =
    { $plural ->
        [one] دیگر واقعہ
       *[other] دیگر واقعات
    }
kind_all = تمام نوعیت کے واقعات

## Measures: all of them feminine, as "rose" and "fell" below.
measure_incidents = واقعات کی تعداد
measure_lethal = کم از کم ایک ہلاکت والے واقعات کی تعداد
measure_killed = ہلاک افراد کی تعداد
measure_injured = زخمی افراد کی تعداد
measure_casualties = ہلاک اور زخمی افراد کی تعداد
measure_killed_per_incident = فی واقعہ ہلاک افراد کی تعداد
measure_arrested = گرفتار افراد کی تعداد
measure_abducted = اغوا شدہ افراد کی تعداد
measure_suicide = خودکش حملوں کی تعداد
measure_unnamed = نامعلوم گروہوں کے واقعات کی شرح
measure_suspected = محض شبہے پر منسوب واقعات کی شرح
measure_known = { $measure } (جہاں تک معلوم ہے)

## Times.
in_period = { $period } میں
on_day = { $period } کو
days = { $from } سے { $to } تک

## The latest period.
total = { $source } کے مطابق { $when } { $place } میں مجموعی شمار { $incidents } رہا{ $outcome }۔
total_nowhere = { $source } کے مطابق { $when } مجموعی شمار { $incidents } رہا{ $outcome }۔
lethal =
    { $plural ->
        [one] ، ان میں سے { $n } میں کم از کم ایک ہلاکت ہوئی
       *[other] ، ان میں سے { $n } میں کم از کم ایک ہلاکت ہوئی
    }
outcome = ، جن میں { $outcomes }
killed_not_known = ہلاک افراد کی تعداد معلوم نہیں
killed_range = { " " }(تخمینے { $low } سے { $high } تک)

## Comparisons.
compared = { $base } کے مقابلے میں { $movements }۔
compared_to_date = سال کے آغاز سے { $day } تک، { $year } کے انہی دنوں کے مقابلے میں، { $movements }۔
compared_year = پورے سال { $current } میں، { $base } کے مقابلے میں، { $movements }۔
rose = { $measure } { $base } سے بڑھ کر { $current } ہو گئی ({ $difference }){ $judged }
fell = { $measure } { $base } سے کم ہو کر { $current } رہ گئی ({ $difference }){ $judged }
fell_so_far = { $measure } اب تک { $current } ہے، جبکہ پہلے { $base } تھی ({ $difference })
differs = { $measure } { $current } رہی، جبکہ پہلے { $base } تھی ({ $difference }){ $judged }
differs_by_one = { $measure } { $current } رہی، جبکہ پہلے { $base } تھی ({ $difference })، لیکن سب سے ہلاکت خیز واقعے ({ $killed } ہلاک) کے بغیر فرق { $change } ہے{ $judged }
differs_by_one_alone = { $measure } { $current } رہی، جبکہ پہلے { $base } تھی ({ $difference })، لیکن سب سے ہلاکت خیز واقعے ({ $killed } ہلاک) کے بغیر تقریباً کچھ نہیں بچتا{ $judged }
untested_rise = { $measure } { $current } رہی، جبکہ پہلے { $base } تھی ({ $difference })، لیکن اضافے کا دعویٰ نہیں کیا جاتا، کیونکہ { $why }
untested_fall = { $measure } { $current } رہی، جبکہ پہلے { $base } تھی ({ $difference })، لیکن کمی کا دعویٰ نہیں کیا جاتا، کیونکہ { $why }
untested = { $measure } { $current } رہی، جبکہ پہلے { $base } تھی ({ $difference })، اتفاق کے مقابل جانچ نہیں کی گئی، کیونکہ { $why }
stayed = { $measure } { $current } پر برقرار رہی
difference_percent = { $absolute }، { $percent }
difference_interval = { $absolute }، { $percent }، { $interval }
not_compared = { $base } کے ساتھ { $measures } کا موازنہ نہیں کیا گیا، کیونکہ { $why }۔
withheld_no_base = { $period } کا موازنہ کسی پچھلی مدت سے ممکن نہیں: اس سے پہلے کسی مکمل مدت (اکائی: { $grain }) کا ڈیٹا دستیاب نہیں۔
same_days = { $year } کے انہی دنوں

## Levels and records.
per_day = { $period } کی یومیہ اوسط: { $counts }۔
mean_of_twelve = { $period } تک کے { $twelve } کی اوسط فی { $grain }: { $counts }۔
record_since = { $what } کے ساتھ { $when } کا شمار { $since } کے بعد کسی ایک { $grain } میں { $extreme } ہے{ $then }؛ ریکارڈ کا آغاز { $begins } سے ہے۔
record_ever = { $what } کے ساتھ { $when } کا شمار { $begins } میں ریکارڈ کے آغاز سے اب تک کسی ایک { $grain } میں { $extreme } ہے۔
first_without = { $period } میں { $what } ریکارڈ پر نہیں: { $since } کے بعد ایسا پہلی بار ہوا (اکائی: { $grain })؛ ریکارڈ کا آغاز { $begins } سے ہے۔
first_without_ever = { $period } میں { $what } ریکارڈ پر نہیں: { $begins } میں ریکارڈ کے آغاز سے اب تک ایسا پہلی بار ہوا (اکائی: { $grain })۔
record_highest = سب سے زیادہ
record_lowest = سب سے کم
record_of_known = جہاں تک جانی نقصان معلوم ہے: { $sentence }
then_value = { " " }({ $value })
then_equal = { " " }(جب تعداد اتنی ہی تھی)
then_unknown = { " " }(جس کی تعداد معلوم نہیں)
in_region = { $region } میں { $what }
involving_group = { $group } سے متعلق { $what }
in_incidents_involving = { $group } سے متعلق واقعات میں { $what }
any_incident = کوئی واقعہ
any_of_kind = { $kind } میں سے کوئی
anyone_killed = کوئی ہلاکت

## Ledgers.
ledger_active = { $incidents }، ان میں ہلاک: { $people }{ $classes }
ledger_passive = { $incidents }، ان میں { $people_killed }{ $classes }
ledger_unknown = { $incidents }، جانی نقصان معلوم نہیں
ledgers_total = { $ledgers }: مجموعی طور پر { $killed }۔
ledgers_one = { $ledgers }۔
ledger_foreign =
    { $plural ->
        [one] کل { $incidents }، ان میں سے { $n } میں ریاستی فورسز صرف غیر ملکی تھیں۔
       *[other] کل { $incidents }، ان میں سے { $n } میں ریاستی فورسز صرف غیر ملکی تھیں۔
    }
bracket = { " " }({ $text })
bracket_known = { " " }(جہاں تک معلوم ہے: { $text })
margin_above = ماخذ کے اعداد باہم مطابق نہیں: متاثرین کی اقسام کے لحاظ سے ہلاک افراد کا مجموعہ { $parts } ہے، جو کل { $whole } سے { $difference } زیادہ ہے۔
margin_below =
    { $plural ->
        [one] ماخذ نے { $whole } ہلاک افراد میں سے { $n } کی قسم نہیں بتائی۔
       *[other] ماخذ نے { $whole } ہلاک افراد میں سے { $n } کی قسم نہیں بتائی۔
    }
margin_where = جانی نقصان اور اقسام کا فرق ان واقعات میں ہے: { $incidents }۔
margin_ledgers = الگ الگ کھاتوں کا مجموعہ { $parts } واقعات ہے، جو شمار شدہ { $whole } سے { $difference } مختلف ہے۔

## Suicide attacks, arrests, failures, the deadliest incident.
suicide_period = { $period } میں شمار: { $attacks }{ $toll }{ $to_date }۔
suicide_toll = ، جن میں { $toll }
suicide_to_date = ؛ سال کے آغاز سے { $day } تک تعداد { $number }
suicide_to_date_against = ؛ سال کے آغاز سے { $day } تک تعداد { $number }، جبکہ { $year } کے انہی دنوں میں { $base } تھی
first_suicide = { $period } میں پہلا خودکش حملہ ریکارڈ ہوا ({ $attacks })؛ ڈیٹا { $begins } سے شروع ہوتا ہے۔
first_suicide_in = { $period } میں { $region } کا پہلا خودکش حملہ ریکارڈ ہوا ({ $attacks })؛ ڈیٹا { $begins } سے شروع ہوتا ہے۔
first_suicide_by = { $period } میں { $group } سے منسوب پہلا خودکش حملہ ریکارڈ ہوا ({ $attacks })؛ ڈیٹا { $begins } سے شروع ہوتا ہے۔
claimed =
    { $plural ->
        [one] کل { $attacks }، ان میں سے { $n } کی ذمہ داری قبول کی گئی{ $competing }{ $rest }۔
       *[other] کل { $attacks }، ان میں سے { $n } کی ذمہ داری قبول کی گئی{ $competing }{ $rest }۔
    }
claimed_competing =
    { $plural ->
        [one] ، ان میں سے { $n } کی ذمہ داری ایک سے زیادہ گروہوں نے قبول کی
       *[other] ، ان میں سے { $n } کی ذمہ داری ایک سے زیادہ گروہوں نے قبول کی
    }
claimed_not =
    { $plural ->
        [one] ؛ { $n } کی ذمہ داری قبول نہیں کی گئی یا تردید ہوئی
       *[other] ؛ { $n } کی ذمہ داری قبول نہیں کی گئی یا تردید ہوئی
    }
claimed_unknown =
    { $plural ->
        [one] ؛ { $n } کے بارے میں ماخذ کچھ نہیں بتاتا
       *[other] ؛ { $n } کے بارے میں ماخذ کچھ نہیں بتاتا
    }
taken = { $when } { $people }۔
failed =
    { $plural ->
        [one] کل { $attacks }، ان میں سے { $n } ناکام رہا۔
       *[other] کل { $attacks }، ان میں سے { $n } ناکام رہے۔
    }
deadliest_one = سب سے ہلاکت خیز واقعہ: ہلاک { $people }، { $days }{ $place }{ $groups } (شناخت { $id })۔
deadliest_tie = سب سے ہلاکت خیز { $ties } واقعات: ہر ایک میں ہلاک { $people }؛ ان میں پہلا { $days }{ $place }{ $groups }، شناخت { $id }۔
in_place = ، { $place } میں
groups_named = ، متعلقہ گروہ { $groups }

## Regions and groups.
all_incidents =
    { $plural ->
        [one] واحد واقعہ
       *[other] تمام { $n } واقعات
    }
all_killed =
    { $plural ->
        [one] واحد ہلاک فرد
       *[other] تمام { $n } ہلاک افراد
    }
part_of_incidents =
    { $plural ->
        [0] { $of } واقعات میں سے کوئی نہیں{ $share }
        [one] { $of } واقعات میں سے { $n }{ $share }
       *[other] { $of } واقعات میں سے { $n }{ $share }
    }
part_of_killed =
    { $plural ->
        [0] { $of } ہلاک افراد میں سے کوئی نہیں{ $share }
        [one] { $of } ہلاک افراد میں سے { $n }{ $share }
       *[other] { $of } ہلاک افراد میں سے { $n }{ $share }
    }
share_of = { " " }({ $share })
region = { $region } کا حصہ: { $incidents }{ $killed }{ $change }۔
region_killed = { " " }اور { $killed }
its = اس کے { $what }
part_rose = ؛ { $its } کی تعداد { $period } میں { $base } سے بڑھ کر { $current } ہو گئی ({ $difference }){ $judged }
part_fell = ؛ { $its } کی تعداد { $period } میں { $base } سے کم ہو کر { $current } رہ گئی ({ $difference }){ $judged }
part_fell_so_far = ؛ { $its } کی تعداد اب تک { $current } ہے، جبکہ { $period } میں { $base } تھی ({ $difference })
part_stayed = ؛ { $its } کی تعداد { $period } میں بھی اتنی ہی تھی
part_differs = ؛ { $its } کی تعداد { $current } رہی، جبکہ { $period } میں { $base } تھی ({ $difference }){ $judged }
part_untested_rise = ؛ { $its } کی تعداد { $current } رہی، جبکہ { $period } میں { $base } تھی ({ $difference })، لیکن اضافے کا دعویٰ نہیں کیا جاتا، کیونکہ { $why }
part_untested_fall = ؛ { $its } کی تعداد { $current } رہی، جبکہ { $period } میں { $base } تھی ({ $difference })، لیکن کمی کا دعویٰ نہیں کیا جاتا، کیونکہ { $why }
part_untested = ؛ { $its } کی تعداد { $current } رہی، جبکہ { $period } میں { $base } تھی ({ $difference })، اتفاق کے مقابل جانچ نہیں کی گئی، کیونکہ { $why }
part_withheld = ؛ { $its } کی تعداد کا { $period } سے موازنہ نہیں کیا گیا، کیونکہ { $why }
part_to_date = سال کے آغاز سے { $day } تک شمار: { $incidents }، جبکہ { $year } کے انہی دنوں میں { $base } ({ $difference }){ $judged }۔
part_year = پورے سال { $current } کا شمار: { $incidents }، جبکہ { $year } میں { $base } ({ $difference }){ $judged }۔
group_involved = { $group } سے متعلق: { $incidents }{ $killed }{ $change }۔
group_first = پہلے نامزد گروہ کے طور پر { $group }: { $incidents }{ $killed }{ $change }۔
group_initiated = آغاز کرنے والے کے طور پر { $group }: { $incidents }{ $killed }{ $change }۔
group_fraction = { $group } کا حصہ: { $incidents }{ $killed }{ $change }، جہاں کئی گروہوں کے واقعات ان میں تقسیم کیے جاتے ہیں۔
group_killed = ، جن میں { $people_killed }
group_attacks =
    { $plural ->
        [one] { $group } سے { $n } حملہ منسوب ہے{ $suspected }{ $killed }۔ { $rest }
       *[other] { $group } سے { $n } حملے منسوب ہیں{ $suspected }{ $killed }۔ { $rest }
    }
only_suspected =
    { $plural ->
        [one] { " " }({ $n } محض شبہے پر)
       *[other] { " " }({ $n } محض شبہے پر)
    }

## Mix and attribution.
mix_tactics = سب سے عام طریقے (جہاں طریقہ درج ہے، { $incidents }): { $list }۔
mix_targets = سب سے عام اہداف (جہاں ہدف درج ہے، { $incidents }): { $list }۔
mix_entry = { $name } ({ $n }، { $share })
mix_entry_count = { $name } ({ $n })
unnamed =
    { $plural ->
        [one] مسلح گروہ والے { $of } واقعات میں سے { $n } میں کوئی گروہ نامزد نہیں{ $share }{ $before }۔
       *[other] مسلح گروہ والے { $of } واقعات میں سے { $n } میں کوئی گروہ نامزد نہیں{ $share }{ $before }۔
    }
unnamed_all = مسلح گروہ والے تمام { $of } واقعات میں گروہ نامزد ہے{ $before }۔
unnamed_before_all = { " " }({ $period } میں { $share } میں کوئی نامزد نہیں تھا)
unnamed_not_measured = نامعلوم گروہوں کے واقعات کی تعداد کی پیمائش نہیں ہوئی: { $source } ایسے واقعات شامل نہیں کرتا۔
unnamed_none = کسی واقعے میں کوئی مسلح گروہ شامل نہیں تھا۔
suspected =
    { $plural ->
        [one] نامزد گروہ والے { $of } واقعات میں سے { $n } محض شبہے پر منسوب ہے{ $share }{ $before }۔
       *[other] نامزد گروہ والے { $of } واقعات میں سے { $n } محض شبہے پر منسوب ہیں{ $share }{ $before }۔
    }
suspected_none = نامزد گروہ والے { $of } واقعات میں سے کوئی بھی محض شبہے پر منسوب نہیں{ $before }۔
suspected_before_none = { " " }({ $period } میں یہ حصہ { $share } تھا)
suspected_not_measured = { $source } یہ نہیں بتاتا کہ کون سے واقعات محض شبہے پر منسوب ہیں۔
share_before = ؛ { $period } میں { $share }

## Firsts and silences.
quiet = { $group } سے متعلق کوئی واقعہ { $last } کے بعد ریکارڈ نہیں ہوا؛ پچھلی شرح کے مطابق تقریباً { $expected } متوقع ہوتے۔
new = { $group } پہلی بار { $first } میں ریکارڈ پر آیا؛ ڈیٹا { $begins } سے شروع ہوتا ہے۔

## Partial periods.
so_far_period = { $period } کا ڈیٹا صرف { $to } تک ہے، { $of_days } میں سے { $days } دن؛ اب تک { $counts }۔ { $compared }
so_far_alone = اس کا کسی سے موازنہ نہیں کیا گیا۔
so_far_same_days = انہی دنوں میں { $bases }۔
so_far_base = { $period }: { $n }
so_far_within = { $period } کا ڈیٹا صرف { $from } سے { $to } تک ہے، { $of_days } میں سے { $days } دن؛ شمار { $counts }۔ اس کا کسی سے موازنہ نہیں کیا گیا۔
so_far_coverage = کسی مدت (اکائی: { $grain }) کا مکمل ڈیٹا دستیاب نہیں۔ { $from } سے { $to } تک شمار { $counts }؛ ان کا کسی سے موازنہ نہیں کیا گیا۔
