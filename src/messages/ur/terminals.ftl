### Text charts and tables in a terminal: keys, read-outs, what did not fit, in Urdu.

terminal_newest = { $period } میں { $value }
terminal_highest = سب سے زیادہ { $period } میں { $value }
terminal_highest_all = سب میں سب سے زیادہ: { $value }
terminal_at_least = کم از کم { $value }
terminal_event = { $event } ({ $period })
terminal_event_span = { $event } ({ $from } تا { $to })
terminal_break = { $note } ({ $period } میں اندراج کا طریقہ بدلا)
terminal_condensed =
    { $plural ->
        [one] ہر نشان { $n } مدت کا ہے۔
       *[other] ہر نشان { $n } مدتوں میں سب سے زیادہ ہے۔
    }
terminal_partial = جزوی طور پر شامل
terminal_provisional = ابھی بدل سکتا ہے
terminal_forecast = { $label }: وسطانیہ، 50 اور 95 % کے وقفے
terminal_expected = متوقع
terminal_level = سطح: { $name }
terminal_level_unnamed = سطح
terminal_band = کم سے زیادہ تک
terminal_nothing = دکھانے کو کچھ نہیں۔
terminal_earlier = { $name }
terminal_unknown = شامل نہیں یا اطلاع نہیں
terminal_layers = نیچے سے اوپر:
terminal_layers_of = نیچے سے اوپر، { $period }:
terminal_everywhere = ہر سطر میں: { $columns }۔
terminal_columns_left = کالم جن کی گنجائش نہ تھی: { $names }۔
terminal_columns_empty = کالم جو یہاں خالی ہیں: { $names }۔
terminal_rows_left =
    { $plural ->
        [one] { $of } میں سے { $n } سطر باقی ہے۔
       *[other] { $of } میں سے { $n } سطریں باقی ہیں۔
    }
terminal_whole = پورا جدول: { $command }
terminal_rows =
    { $plural ->
        [0] کوئی سطر نہیں۔
        [one] { $n } سطر۔
       *[other] { $n } سطریں۔
    }
