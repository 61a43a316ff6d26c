//! What a printed document needs of this room: the faces as files, letters as they are drawn, pictures as trees of marks.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::Error;
use super::fonts::{FACES, Family, Fonts, Strength, bytes};

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
    database: Arc<Database>,
}

impl Print {
    /// # Errors
    /// If a compiled-in face cannot be parsed.
    pub fn load() -> Result<Self, Error> {
        Ok(Self { fonts: Fonts::load()?, database: Arc::new(database()) })
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

    /// Reads an SVG of this room. Letters that no face has become `missing`: a document that is checked takes no glyph that stands for none.
    ///
    /// # Errors
    /// If the SVG cannot be read: a fault of the painter.
    pub fn picture(&self, svg: &str, missing: char) -> Result<Picture, Error> {
        let svg: String =
            svg.chars().map(|c| if c.is_ascii() { c } else { self.letter(c).unwrap_or(missing) }).collect();
        Tree::from_str(&svg, &options(Arc::clone(&self.database))).map_err(|e| Error::Svg(e.to_string()))
    }
}

/// The faces, for reading SVG.
pub(super) fn database() -> Database {
    let mut faces = Database::new();
    for (family, strength) in FACES {
        faces.load_font_source(Source::Binary(Arc::new(bytes(family, strength))));
    }
    faces.set_sans_serif_family(Family::Noto.name());
    faces
}

/// How the room's SVG is read: with the compiled-in faces and nothing of the system.
pub(super) fn options(faces: Arc<Database>) -> Options<'static> {
    Options { fontdb: faces, font_family: Family::Noto.name().to_owned(), ..Options::default() }
}
