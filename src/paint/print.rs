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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_pages_are_read_with_names_of_every_script() {
        let print = Print::load().expect("the faces are compiled in");
        for name in ["سبز وادی محاذ", "لشکرِ راہِ سحر کے (12)", "Column of سحر", "\u{1f4a9} 中文"]
        {
            for class in ["", " class=\"b e\"", " class=\"t13 h m\""] {
                let text = format!("<text{class} x=\"9\" y=\"9\">{name}</text>");
                let svg = format!("<svg class=\"pic\" viewBox=\"0 0 960 540\" width=\"96\" height=\"54\">{text}</svg>");
                let picture = print.picture(&svg, '?').expect("the painter's own SVG");
                assert_eq!(picture.size().width(), 96.0);
                assert!(picture.root().abs_bounding_box().width() > 5.0, "{name}");
            }
        }
        assert!(!print.style.contains("var(") && !print.style.contains("@media"));
    }
}
