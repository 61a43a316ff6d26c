//! SVG marks to a PNG at twice the size, with the compiled-in faces and nothing of the system.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::Error;
use super::fonts::{FACES, Family, bytes};

/// Pixels per CSS pixel: sharp on dense screens and in print at column width.
const ZOOM: f32 = 2.0;

/// The compiled-in faces, read once for all pictures of a run.
static LETTERS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut faces = Database::new();
    for (family, strength) in FACES {
        faces.load_font_source(Source::Binary(Arc::new(bytes(family, strength))));
    }
    faces.set_sans_serif_family(Family::Noto.name());
    Arc::new(faces)
});

/// # Errors
/// If the SVG cannot be read or the picture not encoded: a fault of the painter.
pub(super) fn png(svg: &str) -> Result<Vec<u8>, Error> {
    let options =
        Options { fontdb: LETTERS.clone(), font_family: Family::Noto.name().to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|e| Error::Svg(e.to_string()))?;
    let size = tree.size().to_int_size().scale_by(ZOOM).ok_or(Error::Size)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(Error::Size)?;
    resvg::render(&tree, Transform::from_scale(ZOOM, ZOOM), &mut pixels.as_mut());
    // The sheet is opaque white, so the alpha channel would only cost bytes.
    let rgb: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, size.width(), size.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header()?.write_image_data(&rgb)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_know_the_compiled_in_faces_and_no_other() {
        let names: Vec<&str> = LETTERS.faces().flat_map(|f| &f.families).map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Noto Sans", "Noto Sans", "DejaVu Sans", "DejaVu Sans"]);
        assert!(LETTERS.faces().all(|face| matches!(face.source, Source::Binary(_))), "none comes from a file");
    }
}
