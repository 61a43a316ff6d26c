//! SVG marks to a PNG at twice the size or at a size that is asked for, with the compiled-in faces and nothing of the system.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::Error;
use super::fonts::{FACES, Family, bytes};

/// Pixels per CSS pixel: sharp on dense screens and in print at column width.
const ZOOM: f32 = 2.0;

/// How large the picture is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pixels {
    /// [`ZOOM`] times the sheet.
    Zoomed,
    /// Exactly so many: the sheet as large as fits, in the middle, on white.
    Fitted { width: u32, height: u32 },
}

/// The compiled-in faces, read once for all pictures of a run.
pub(super) static LETTERS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut faces = Database::new();
    for (family, strength) in FACES {
        faces.load_font_source(Source::Binary(Arc::new(bytes(family, strength))));
    }
    faces.set_sans_serif_family(Family::Noto.name());
    Arc::new(faces)
});

/// # Errors
/// If the SVG cannot be read or the picture not encoded: a fault of the painter.
pub(super) fn png(svg: &str, size: Pixels) -> Result<Vec<u8>, Error> {
    let options =
        Options { fontdb: LETTERS.clone(), font_family: Family::Noto.name().to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|e| Error::Svg(e.to_string()))?;
    let (width, height, place) = match size {
        Pixels::Zoomed => {
            let size = tree.size().to_int_size().scale_by(ZOOM).ok_or(Error::Size)?;
            (size.width(), size.height(), Transform::from_scale(ZOOM, ZOOM))
        }
        Pixels::Fitted { width, height } => {
            let (across, down) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
            let zoom = across.min(down);
            let aside = (width as f32 - tree.size().width() * zoom) / 2.0;
            let above = (height as f32 - tree.size().height() * zoom) / 2.0;
            (width, height, Transform::from_scale(zoom, zoom).post_translate(aside, above))
        }
    };
    let mut pixels = Pixmap::new(width, height).ok_or(Error::Size)?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, place, &mut pixels.as_mut());
    encoded(pixels)
}

/// The pixels as a PNG without loss.
fn encoded(pixels: Pixmap) -> Result<Vec<u8>, Error> {
    let (width, height) = (pixels.width(), pixels.height());
    // The sheet is opaque white, so the alpha channel would only cost bytes; the others move together where they lie.
    let mut rgb = pixels.take();
    let all = rgb.len() / 4;
    for pixel in 1..all {
        rgb.copy_within(4 * pixel..4 * pixel + 3, 3 * pixel);
    }
    rgb.truncate(3 * all);
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // A chart is flat areas and repeated letters: runs and repeats are found best where no filter has mixed neighbours.
    // Over the sample's 84 charts (255 KB each) this takes less time than the adaptive filter with the fastest compression,
    // and a quarter less room; the next level takes half as long again for 169 KB.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_deflate_compression(png::DeflateCompression::Level(1));
    encoder.write_header()?.write_image_data(&rgb)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::usvg::fontdb::Source;

    #[test]
    fn pixels_know_the_compiled_in_faces_and_no_other() {
        let names: Vec<&str> = LETTERS.faces().flat_map(|f| &f.families).map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Noto Sans", "Noto Sans", "DejaVu Sans", "DejaVu Sans"]);
        assert!(LETTERS.faces().all(|face| matches!(face.source, Source::Binary(_))), "none comes from a file");
    }
}
