//! The style sheet: one file per widget in `style/`, one file in the site.

use std::fs;
use std::path::Path;

use super::{Dist, SiteError};

/// The order of the files; later ones may rely on earlier ones.
const SHEETS: [&str; 10] = [
    "colors.css",
    "base.css",
    "controls.css",
    "page.css",
    "prose.css",
    "token-lab.css",
    "journey.css",
    "exhibits.css",
    "print.css",
    "no-script.css",
];

/// Writes all sheets as one; gives back its path.
pub(super) fn style_sheet(folder: &Path, dist: &mut Dist) -> Result<String, SiteError> {
    let mut css = String::new();
    for sheet in SHEETS {
        let file = folder.join(sheet);
        css.push_str(&fs::read_to_string(&file).map_err(|error| SiteError::at(&file, error))?);
    }
    dist.write_hashed("assets/style", "css", css.as_bytes())
}
