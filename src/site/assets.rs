//! The style sheet: one file per widget in `style/` and in the folder of each exhibit, one file in the site.

use std::fs;
use std::path::Path;

use super::{Dist, SiteError};
use crate::exhibits::Exhibit;

/// The order of the files; later ones may rely on earlier ones.
const SHEETS: [&str; 8] =
    ["colors.css", "base.css", "controls.css", "page.css", "prose.css", "token-lab.css", "journey.css", "exhibits.css"];

/// These must win over what is before them.
const LAST_SHEETS: [&str; 2] = ["print.css", "no-script.css"];

/// Writes all sheets as one; gives back its path.
pub(super) fn style_sheet(folder: &Path, dist: &mut Dist) -> Result<String, SiteError> {
    let read = |sheet: &&str| {
        let file = folder.join(sheet);
        fs::read_to_string(&file).map_err(|error| SiteError::at(&file, error))
    };
    let first = SHEETS.iter().map(read).collect::<Result<String, _>>()?;
    let exhibits: String = Exhibit::ALL.iter().map(|exhibit| exhibit.style_sheet()).collect();
    let last = LAST_SHEETS.iter().map(read).collect::<Result<String, _>>()?;
    let css = first + &exhibits + &last;
    dist.write_hashed("assets/style", "css", css.as_bytes())
}
