//! A compiled-in face cut down to the glyphs in use. Glyph numbers stay as they are: unused outlines become empty,
//! which compresses to nothing, and the tables that join Arabic letters can be kept unchanged.

use std::collections::BTreeSet;

use ttf_parser::gsub::{SingleSubstitution, SubstitutionSubtable};
use ttf_parser::{Face, GlyphId, Tag};

use super::font_tables::{cmap, hmtx, long, name, post, short};

/// Flags of a composite glyph's parts (OpenType specification, table `glyf`).
const ARGS_ARE_WORDS: u16 = 0x0001;
const HAS_SCALE: u16 = 0x0008;
const MORE_PARTS: u16 = 0x0020;
const HAS_TWO_SCALES: u16 = 0x0040;
const HAS_MATRIX: u16 = 0x0080;

/// Tables copied as they are; the others are rebuilt or, like kerning, left out.
const COPIED: [&[u8; 4]; 10] =
    [b"OS/2", b"cvt ", b"fpgm", b"gasp", b"head", b"hhea", b"maxp", b"prep", b"GDEF", b"GSUB"];

/// The tables of the subset, by tag in ascending order; none if the face is not TrueType as expected.
pub(super) fn tables(face: &Face<'_>, letters: &BTreeSet<char>) -> Option<Vec<([u8; 4], Vec<u8>)>> {
    let raw = |tag: &[u8; 4]| face.raw_face().table(Tag::from_bytes(tag));
    let outlines = Outlines { glyf: raw(b"glyf")?, loca: raw(b"loca")?, wide: short(raw(b"head")?, 50)? == 1 };
    let mapped: Vec<(u16, GlyphId)> = letters
        .iter()
        .filter_map(|letter| Some((u16::try_from(u32::from(*letter)).ok()?, face.glyph_index(*letter)?)))
        .collect();
    let joins = letters.iter().any(|letter| !letter.is_ascii() && is_joined_script(*letter));
    let mut kept: BTreeSet<u16> = mapped.iter().map(|(_, glyph)| glyph.0).chain([0]).collect();
    if joins {
        add_substitutes(face, &mut kept);
    }
    outlines.add_parts(&mut kept);
    let (glyf, loca) = outlines.keep(&kept, face.number_of_glyphs())?;
    let metrics = usize::from(short(raw(b"hhea")?, 34)?);
    let mut out = vec![
        (*b"cmap", cmap(&mapped)),
        (*b"glyf", glyf),
        (*b"hmtx", hmtx(raw(b"hmtx")?, metrics, &kept)),
        (*b"loca", loca),
        (*b"name", name(raw(b"name")?)?),
        (*b"post", post(raw(b"post")?)?),
    ];
    for tag in COPIED {
        let layout = matches!(tag, b"GDEF" | b"GSUB");
        if let Some(table) = raw(tag).filter(|_| joins || !layout) {
            out.push((*tag, table.to_vec()));
        }
    }
    out.sort();
    Some(out)
}

/// Arabic with its supplements: the script among ours whose letters take another form beside each other.
fn is_joined_script(letter: char) -> bool {
    matches!(u32::from(letter), 0x0600..=0x07ff | 0x08a0..=0x08ff | 0xfb50..=0xfdff | 0xfe70..=0xfefc)
}

/// Adds the glyphs that the face's substitutions can turn the kept ones into.
fn add_substitutes(face: &Face<'_>, kept: &mut BTreeSet<u16>) {
    let Some(gsub) = face.tables().gsub else {
        return;
    };
    loop {
        let before = kept.len();
        for lookup in gsub.lookups {
            for table in lookup.subtables.into_iter::<SubstitutionSubtable<'_>>() {
                let found: Vec<u16> =
                    kept.iter().flat_map(|glyph| substitutes(&table, GlyphId(*glyph), kept)).collect();
                kept.extend(found);
            }
        }
        if kept.len() == before {
            return;
        }
    }
}

fn substitutes(table: &SubstitutionSubtable<'_>, glyph: GlyphId, kept: &BTreeSet<u16>) -> Vec<u16> {
    let Some(at) = table.coverage().get(glyph) else {
        return Vec::new();
    };
    match table {
        SubstitutionSubtable::Single(SingleSubstitution::Format1 { delta, .. }) => {
            vec![glyph.0.wrapping_add_signed(*delta)]
        }
        SubstitutionSubtable::Single(SingleSubstitution::Format2 { substitutes, .. }) => {
            substitutes.get(at).map(|g| g.0).into_iter().collect()
        }
        SubstitutionSubtable::Multiple(m) => {
            m.sequences.get(at).map(|s| s.substitutes.into_iter().map(|g| g.0).collect()).unwrap_or_default()
        }
        SubstitutionSubtable::Ligature(l) => {
            let ligatures = l.ligature_sets.get(at).into_iter().flatten();
            ligatures.filter(|l| l.components.into_iter().all(|g| kept.contains(&g.0))).map(|l| l.glyph.0).collect()
        }
        // Chosen by the reader, or made of the lookups above, which are walked by themselves.
        SubstitutionSubtable::Alternate(_)
        | SubstitutionSubtable::Context(_)
        | SubstitutionSubtable::ChainContext(_)
        | SubstitutionSubtable::ReverseChainSingle(_) => Vec::new(),
    }
}

/// The outlines of a TrueType face.
struct Outlines<'a> {
    glyf: &'a [u8],
    loca: &'a [u8],
    wide: bool,
}

impl Outlines<'_> {
    fn offset(&self, glyph: usize) -> Option<usize> {
        if self.wide {
            Some(usize::try_from(long(self.loca, glyph * 4)?).ok()?)
        } else {
            Some(usize::from(short(self.loca, glyph * 2)?) * 2)
        }
    }

    fn outline(&self, glyph: u16) -> &[u8] {
        let glyph = usize::from(glyph);
        let range = self.offset(glyph).zip(self.offset(glyph + 1));
        range.and_then(|(from, to)| self.glyf.get(from..to)).unwrap_or_default()
    }

    /// Adds the glyphs that kept composites are made of.
    fn add_parts(&self, kept: &mut BTreeSet<u16>) {
        let mut queue: Vec<u16> = kept.iter().copied().collect();
        while let Some(glyph) = queue.pop() {
            for part in self.parts(glyph) {
                if kept.insert(part) {
                    queue.push(part);
                }
            }
        }
    }

    fn parts(&self, glyph: u16) -> Vec<u16> {
        let outline = self.outline(glyph);
        let mut parts = Vec::new();
        // A negative number of contours marks a composite; its parts begin after the bounding box.
        if short(outline, 0).is_none_or(|contours| contours < 0x8000) {
            return parts;
        }
        let mut at = 10;
        while let (Some(flags), Some(part)) = (short(outline, at), short(outline, at + 2)) {
            parts.push(part);
            at += 4 + if flags & ARGS_ARE_WORDS != 0 { 4 } else { 2 };
            at += match flags {
                f if f & HAS_SCALE != 0 => 2,
                f if f & HAS_TWO_SCALES != 0 => 4,
                f if f & HAS_MATRIX != 0 => 8,
                _ => 0,
            };
            if flags & MORE_PARTS == 0 {
                break;
            }
        }
        parts
    }

    /// `glyf` and `loca` with empty outlines for what is not kept.
    fn keep(&self, kept: &BTreeSet<u16>, count: u16) -> Option<(Vec<u8>, Vec<u8>)> {
        let (mut glyf, mut loca) = (Vec::new(), Vec::new());
        for glyph in 0..=count {
            if self.wide {
                loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
            } else {
                loca.extend(u16::try_from(glyf.len() / 2).ok()?.to_be_bytes());
            }
            if glyph < count && kept.contains(&glyph) {
                glyf.extend(self.outline(glyph));
                glyf.resize(glyf.len().next_multiple_of(4), 0);
            }
        }
        Some((glyf, loca))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::{Family, Fonts, Strength};
    use super::*;

    /// The tables as a font file.
    fn file(tables: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
        let (mut head, mut data) = (vec![0, 1, 0, 0, 0, tables.len() as u8, 0, 0, 0, 0, 0, 0], Vec::new());
        for (tag, table) in tables {
            head.extend(tag);
            let offset = 12 + 16 * tables.len() + data.len();
            for number in [0, offset, table.len()] {
                head.extend((number as u32).to_be_bytes());
            }
            data.extend(table);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        head.extend(data);
        head
    }

    fn cut(family: Family, text: &str) -> (Vec<u8>, &'static Fonts) {
        let fonts = Fonts::load().expect("the faces are compiled in");
        let face = fonts.face(family, Strength::Regular).expect("the face is compiled in");
        let tables = tables(face, &text.chars().collect()).expect("the face can be cut");
        (file(&tables), fonts)
    }

    fn has_ink(face: &Face<'_>, glyph: GlyphId) -> bool {
        face.glyph_bounding_box(glyph).is_some()
    }

    #[test]
    fn the_cut_face_keeps_what_is_used_and_drops_the_rest() {
        let (bytes, fonts) = cut(Family::Noto, "Äb7");
        let small = Face::parse(&bytes, 0).expect("the cut face can be parsed");
        let whole = fonts.face(Family::Noto, Strength::Regular).expect("the face is compiled in");
        for letter in "Äb7".chars() {
            let glyph = small.glyph_index(letter).expect("the letter was kept");
            assert_eq!(Some(glyph), whole.glyph_index(letter));
            assert_eq!(small.glyph_hor_advance(glyph), whole.glyph_hor_advance(glyph));
            assert_eq!(small.glyph_bounding_box(glyph), whole.glyph_bounding_box(glyph));
        }
        assert_eq!(small.glyph_index('Q'), None);
        let dropped = whole.glyph_index('Q').expect("Noto Sans has it");
        assert!(has_ink(whole, dropped) && !has_ink(&small, dropped));
    }

    #[test]
    fn arabic_keeps_the_forms_that_joining_needs() {
        let (bytes, fonts) = cut(Family::DejaVu, "بلا");
        let small = Face::parse(&bytes, 0).expect("the cut face can be parsed");
        let whole = fonts.face(Family::DejaVu, Strength::Regular).expect("the face is compiled in");
        assert!(small.tables().gsub.is_some());
        // Initial beh, medial lam, and the ligature of lam and alef.
        for form in ['\u{fe91}', '\u{fee0}', '\u{fefb}', '\u{fefc}'] {
            let glyph = whole.glyph_index(form).expect("DejaVu has the presentation forms");
            assert!(has_ink(&small, glyph), "{form:?}");
        }
    }
}
