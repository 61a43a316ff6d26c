//! What a printed document needs of this room: the faces as files, letters as they are drawn, pictures as trees of marks.

use std::sync::Arc;

use resvg::usvg::{Options, Tree};

use super::Error;
use super::fonts::{FACES, Family, Fonts, Strength, bytes};
use super::raster::LETTERS;
use super::stylesheet;

/// A picture, read: marks with their colours and letters with their faces.
pub type Picture = Tree;

/// A face as a file.
#[derive(Clone, Copy)]
pub struct FaceFile {
    pub family: &'static str,
    pub bytes: &'static [u8],
}

/// The compiled-in faces and what is drawn with them.
pub struct Print {
    fonts: &'static Fonts,
    style: String,
}

impl Print {
    /// # Errors
    /// If a compiled-in face cannot be parsed.
    pub fn load() -> Result<Self, Error> {
        Ok(Self { fonts: Fonts::load()?, style: stylesheet::on_paper() })
    }

    /// All faces, in the order in which a letter is looked up.
    pub fn faces() -> [FaceFile; 4] {
        FACES.map(|(family, strength)| FaceFile { family: family.name(), bytes: bytes(family, strength) })
    }

    /// The letter as it is drawn: itself or what stands in for it; `None` where no face has either.
    pub fn letter(&self, letter: char) -> Option<char> {
        let drawn = self.fonts.drawn(letter);
        let face = self.fonts.face(self.fonts.family(drawn), Strength::Regular);
        face.and_then(|face| face.glyph_index(drawn)).map(|_| drawn)
    }

    /// Reads an SVG of this room in its light colours. Letters that no face has become `missing`: a document that is checked
    /// takes no glyph that stands for none.
    ///
    /// # Errors
    /// If the SVG cannot be read: a fault of the painter.
    pub fn picture(&self, svg: &str, missing: char) -> Result<Picture, Error> {
        let mut svg: String =
            svg.chars().map(|c| if c.is_ascii() { c } else { self.letter(c).unwrap_or(missing) }).collect();
        // Pictures of a page need no namespace there.
        if !svg.contains("xmlns=") {
            svg = svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
        }
        let options = Options {
            fontdb: Arc::clone(&LETTERS),
            font_family: Family::Noto.name().to_owned(),
            style_sheet: Some(self.style.clone()),
            ..Options::default()
        };
        Tree::from_str(&svg, &options).map_err(|e| Error::Svg(e.to_string()))
    }
}
