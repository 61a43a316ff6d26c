//! The `@font-face` rules of an SVG: each face in use, cut down to its glyphs, as WOFF in base64, so that a browser
//! without the fonts shows the same picture.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::fonts::{Family, Fonts, Strength};
use super::{Error, subset};

/// Signature and version of a TrueType face inside WOFF 1.0 (W3C recommendation, section 4).
const WOFF: u32 = 0x774f_4646;
const TRUETYPE: u32 = 0x0001_0000;
const WOFF_HEADER: usize = 44;
const WOFF_ENTRY: usize = 20;
const SFNT_HEADER: usize = 12;
const SFNT_ENTRY: usize = 16;

/// The rules for the letters in use, with families under the names that `name` gives them.
///
/// # Errors
/// If a compiled-in face cannot be cut.
pub(super) fn font_faces(
    fonts: &Fonts,
    letters: &BTreeSet<(Family, Strength, char)>,
    name: impl Fn(Family) -> String,
) -> Result<String, Error> {
    let mut by_face: BTreeMap<(Family, Strength), BTreeSet<char>> = BTreeMap::new();
    for (family, strength, letter) in letters {
        by_face.entry((*family, *strength)).or_default().insert(*letter);
    }
    let mut rules = String::new();
    for ((family, strength), letters) in by_face {
        let uncut = || Error::Subset { family: family.name() };
        let face = fonts.face(family, strength).ok_or_else(uncut)?;
        let tables = subset::tables(face, &letters).ok_or_else(uncut)?;
        let data = STANDARD.encode(woff(&tables).ok_or_else(uncut)?);
        let weight = match strength {
            Strength::Regular => "normal",
            Strength::Bold => "bold",
        };
        let own = name(family);
        rules.push_str(&format!(
            "@font-face{{font-family:\"{own}\";font-weight:{weight};\
             src:url(data:font/woff;base64,{data}) format(\"woff\")}}\n"
        ));
    }
    Ok(rules)
}

/// The tables, which come in ascending order of tags, as a WOFF 1.0 file.
fn woff(tables: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let count = tables.len();
    let (mut directory, mut data) = (Vec::new(), Vec::new());
    let mut uncompressed = SFNT_HEADER + SFNT_ENTRY * count;
    for (tag, table) in tables {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(table).ok()?;
        let packed = encoder.finish().ok()?;
        // The format asks for the plain table where compression does not help.
        let stored = if packed.len() < table.len() { &packed } else { table };
        let offset = WOFF_HEADER + WOFF_ENTRY * count + data.len();
        directory.extend(tag);
        for number in [offset, stored.len(), table.len()] {
            directory.extend(u32::try_from(number).ok()?.to_be_bytes());
        }
        directory.extend(checksum(tag, table).to_be_bytes());
        data.extend(stored);
        data.resize(data.len().next_multiple_of(4), 0);
        uncompressed += table.len().next_multiple_of(4);
    }
    let length = WOFF_HEADER + directory.len() + data.len();
    let mut out = Vec::with_capacity(length);
    out.extend(WOFF.to_be_bytes());
    out.extend(TRUETYPE.to_be_bytes());
    out.extend(u32::try_from(length).ok()?.to_be_bytes());
    out.extend(u16::try_from(count).ok()?.to_be_bytes());
    out.extend([0; 2]);
    out.extend(u32::try_from(uncompressed).ok()?.to_be_bytes());
    out.extend([0, 1, 0, 0]);
    // No metadata, no private data.
    out.extend([0; 20]);
    out.extend(directory);
    out.extend(data);
    Some(out)
}

/// Sum of the table's words; `head` is summed without its own checksum field.
fn checksum(tag: &[u8; 4], table: &[u8]) -> u32 {
    let words = table.chunks(4).enumerate().filter(|(at, _)| !(tag == b"head" && *at == 2));
    words.fold(0, |sum, (_, chunk)| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}
