### The painter: the words that it adds to a figure, and what its marks are called in tables, in Urdu.

## Words on a figure.
drawn_nothing = دکھانے کو کچھ نہیں
drawn_zero = ہر دستیاب مدت میں 0
drawn_not_covered = ڈیٹا دستیاب نہیں
drawn_unreported = ماخذ میں درج نہیں
drawn_more =
    { $plural ->
        [one] اور { $n } مزید
       *[other] اور { $n } مزید
    }
drawn_unlabelled =
    { $plural ->
        [one] اور { $n } مزید، بغیر عنوان
       *[other] اور { $n } مزید، بغیر عنوان
    }
drawn_up_to = { $name }: { $highest } تک
drawn_same = برابر
drawn_below_zero = 0 سے کم
drawn_ties_of = دونوں کے نام والے واقعات:

## What an incident says of the two groups that it names.
tie_joint = ایک ہی جانب
tie_joint_and_hostile = ایک ہی جانب، مگر ایک دوسرے کے خلاف بھی
tie_competing = دونوں کا الگ الگ دعویٰ
tie_hostile = ایک دوسرے کے خلاف

## Of tables.
head_its_incidents = اس کے واقعات
head_other_group = دوسرا گروہ
head_tie = نوعیت
head_interval = وقفہ
cell_framed = { $number }، نشان زد
