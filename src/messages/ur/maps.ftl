### Maps: titles, keys, and what limits them, in Urdu.

map_regions_most = { $when } سب سے زیادہ { $what } { $region } میں: { $all } میں سے { $count }
map_regions_tied =
    { $plural ->
        [one] { $when } سب سے زیادہ { $what } { $n } خطے میں: { $count }
       *[other] { $when } سب سے زیادہ { $what } { $n } خطوں میں یکساں: ہر ایک میں { $count }
    }
map_regions_unit = { $what } بلحاظِ خطہ
map_rates_most = { $when } سب سے بلند شرح { $region } میں: فی ایک لاکھ آبادی { $rate } { $what }
map_rates_unit = فی ایک لاکھ آبادی { $what }، بلحاظِ خطہ
map_rates_key = فی ایک لاکھ آبادی { $what }
map_places_most = { $when } کسی ایک مقام پر سب سے زیادہ { $what }: { $place }، { $all } میں سے { $count }
map_places_none = { $when } کے { $all } { $what } میں سے { $count } نقشے پر ہیں
map_places_unit = { $what } بلحاظِ مقام
map_boundaries = حدود: { $file }؛ تمام لکیریں، متنازع بھی، اسی طرح کھینچی گئی ہیں جیسے اس فائل میں ہیں۔
map_no_data = ڈیٹا نہیں
map_exact = مقام معلوم
map_approximate = صرف ضلع معلوم
map_north = { $degrees }° شمال
map_south = { $degrees }° جنوب
map_east = { $degrees }° مشرق
map_west = { $degrees }° مغرب
map_line = { $degrees }°
map_alt_regions = خطوں کا نقشہ۔ { $values }
map_alt_places = { $places } مقامات کا نقشہ۔ سب سے بڑے: { $largest }
map_alt_value = { $name }: { $value }۔
map_alt_unknown = { $name }: ڈیٹا نہیں۔
map_others =
    { $plural ->
        [one] { $names } اور { $n } مزید
       *[other] { $names } اور { $n } مزید
    }
map_hatched = دھاری دار: { $names }؛ ڈیٹا کے کسی خطے کا یہ نام نہیں۔
map_homeless = نقشے پر نہیں، کیونکہ ان کی حدود موجود نہیں: { $names }۔
map_no_region =
    { $plural ->
        [one] { $n } واقعہ جس کا خطہ معلوم نہیں نقشے پر نہیں۔
       *[other] { $n } واقعات جن کا خطہ معلوم نہیں نقشے پر نہیں۔
    }
map_coarse =
    { $plural ->
        [one] { $n } واقعہ جس کا صرف خطہ معلوم ہے شامل نہیں۔
       *[other] { $n } واقعات جن کا صرف خطہ معلوم ہے شامل نہیں۔
    }
map_nowhere =
    { $plural ->
        [one] { $n } واقعہ جس کے محدّدات نہیں شامل نہیں۔
       *[other] { $n } واقعات جن کے محدّدات نہیں شامل نہیں۔
    }
map_districts =
    { $plural ->
        [one] خالی دائرہ: { $n } واقعہ جس کا صرف ضلع معلوم ہے، وہاں دکھایا گیا جہاں ماخذ ضلع کو رکھتا ہے ({ $largest })۔
       *[other] خالی دائرے: { $n } واقعات جن کا صرف ضلع معلوم ہے، وہاں دکھائے گئے جہاں ماخذ ضلع کو رکھتا ہے (سب سے زیادہ: { $largest })۔
    }
map_population = آبادی جیسا کہ { $years } میں شمار ہوئی۔
map_no_population = دھاری دار: { $names }؛ ان کی آبادی نہیں دی گئی۔
map_few = { $least } سے کم واقعات پر مبنی شرحیں قابلِ اعتماد نہیں: { $names }۔
map_provisional = بعد کی اطلاعات آنے پر بڑھ سکتے ہیں: { $periods }۔

map_head_place = مقام
map_head_known = کتنا معلوم
none_no_boundaries = حدود نہیں دی گئیں
none_none_matched = کسی حد کا نام کسی خطے کا نام نہیں
none_mostly_unmatched = بیشتر واقعات ایسے خطوں میں ہیں جن کے نام کی کوئی حد نہیں؛ دونوں کے نام خطوں کے جدول میں درج کریں
none_no_population = نقشے کے کسی خطے کی آبادی نہیں دی گئی
none_no_places = کسی واقعے کے محدّدات ضلع جتنے بھی درست نہیں

## The quality of a map's names.
quality_strangers =
    { $plural ->
        [one] { $file } کی { $n } حد ڈیٹا کا کوئی خطہ نہیں ({ $names })۔
       *[other] { $file } کی { $n } حدود ڈیٹا کے خطے نہیں ({ $names })۔
    }
quality_homeless =
    { $plural ->
        [one] ڈیٹا کے { $n } خطے کی { $file } میں کوئی حد نہیں ({ $names })۔
       *[other] ڈیٹا کے { $n } خطوں کی { $file } میں کوئی حد نہیں ({ $names })۔
    }
