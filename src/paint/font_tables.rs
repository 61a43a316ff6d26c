//! The small tables of a cut face: widths, letters to glyphs, names (OpenType specification).

use std::collections::BTreeSet;

use ttf_parser::GlyphId;

/// Names kept in the name table: copyright, family, style, full and PostScript name, trademark, licence and its
/// address (their licences ask for the notices to stay).
const NAMES_KEPT: [u16; 8] = [0, 1, 2, 4, 6, 7, 13, 14];

/// Widths, 0 for what is not kept.
pub(super) fn hmtx(table: &[u8], metrics: usize, kept: &BTreeSet<u16>) -> Vec<u8> {
    let mut out = table.to_vec();
    for (at, byte) in out.iter_mut().enumerate() {
        let glyph = if at < metrics * 4 { at / 4 } else { metrics + (at - metrics * 4) / 2 };
        // The last full entry is the width of every glyph after it.
        if glyph + 1 != metrics && !u16::try_from(glyph).is_ok_and(|g| kept.contains(&g)) {
            *byte = 0;
        }
    }
    out
}

/// One subtable of format 4, a segment a letter.
pub(super) fn cmap(mapped: &[(u16, GlyphId)]) -> Vec<u8> {
    let mut segments: Vec<(u16, u16)> =
        mapped.iter().map(|(letter, glyph)| (*letter, glyph.0.wrapping_sub(*letter))).collect();
    segments.push((0xffff, 1));
    let count = segments.len() as u16;
    let power = 15 - count.leading_zeros() as u16;
    let search = 2u16 << power;
    let mut words = vec![0, 1, 3, 1, 0, 12, 4, 16 + 8 * count, 0, count * 2, search, power, count * 2 - search];
    words.extend(segments.iter().map(|s| s.0));
    words.push(0);
    words.extend(segments.iter().map(|s| s.0));
    words.extend(segments.iter().map(|s| s.1));
    words.extend(segments.iter().map(|_| 0));
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// The name table with [`NAMES_KEPT`] in English only.
pub(super) fn name(table: &[u8]) -> Option<Vec<u8>> {
    let (count, strings) = (short(table, 2)?, usize::from(short(table, 4)?));
    let (mut records, mut text, mut kept) = (Vec::new(), Vec::new(), 0u16);
    for record in 0..usize::from(count) {
        let field = |at: usize| short(table, 6 + record * 12 + at * 2);
        let (platform, language, id) = (field(0)?, field(2)?, field(3)?);
        if (platform, language) != (3, 0x409) || !NAMES_KEPT.contains(&id) {
            continue;
        }
        let (length, offset) = (usize::from(field(4)?), usize::from(field(5)?));
        let string = table.get(strings + offset..strings + offset + length)?;
        for word in [platform, field(1)?, language, id, field(4)?, u16::try_from(text.len()).ok()?] {
            records.extend(word.to_be_bytes());
        }
        text.extend(string);
        kept += 1;
    }
    let head = [0, kept, 6 + 12 * kept];
    Some(head.iter().flat_map(|word| word.to_be_bytes()).chain(records).chain(text).collect())
}

/// The post table without glyph names (version 3).
pub(super) fn post(table: &[u8]) -> Option<Vec<u8>> {
    let mut out = table.get(..32)?.to_vec();
    out[..4].copy_from_slice(&0x0003_0000_u32.to_be_bytes());
    Some(out)
}

/// The big-endian 16 bits at an offset.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// The big-endian 32 bits at an offset.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
