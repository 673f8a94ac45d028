//! What stands in every page itself, so that its first paint waits for no second request: the script
//! for what must be settled before it or must not wait for it, and the style sheets, one file per widget in
//! `style/` and in the folder of each exhibit.
//!
//! Both are the same in every page, so that the policy names two hashes and no more.

use std::fs;
use std::path::Path;

use super::SiteError;
use crate::exhibits::Exhibit;

/// The order of the style sheets, with those of the exhibits after them; later ones may rely on earlier ones.
const SHEETS: [&str; 12] = [
    "colors.css",
    "base.css",
    "controls.css",
    "page.css",
    "prose.css",
    "check.css",
    "small-pages.css",
    "definitions.css",
    "token-lab.css",
    "house.css",
    "journey.css",
    "exhibits.css",
];

/// These must win over what is before them.
const LAST_SHEETS: [&str; 2] = ["print.css", "no-script.css"];

/// The inline parts of every page.
pub(super) struct Inline {
    /// Runs before anything is painted.
    pub(super) script: String,
    /// All style sheets.
    pub(super) style: String,
}

impl Inline {
    /// Reads the style sheets in `folder`.
    pub(super) fn load(folder: &Path) -> Result<Self, SiteError> {
        let read = |sheet: &&str| {
            let file = folder.join(sheet);
            fs::read_to_string(&file).map_err(|error| SiteError::at(&file, error))
        };
        let first = SHEETS.iter().map(read).collect::<Result<String, _>>()?;
        let exhibits: String = Exhibit::ALL.iter().map(|exhibit| exhibit.style_sheet()).collect();
        let last = LAST_SHEETS.iter().map(read).collect::<Result<String, _>>()?;
        let style = first + &exhibits + &last;
        let script = [include_str!("head.js"), include_str!("ahead.js")].concat();
        Ok(Self { script: without_comments(&script), style: without_comments(&style) })
    }
}

/// JavaScript or CSS without its comments, which have lines of their own or end one, and without
/// indentation. Only for text in which no comment's sign stands inside a string.
pub(super) fn without_comments(text: &str) -> String {
    let mut is_comment = false;
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.starts_with("//") && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_and_indentation_are_left_out() {
        let glue = "/* @ts-self-types */\n/**\n * Counts.\n */\nexport function f() {\n    // why\n    return 1; // stays\n}\n";
        assert_eq!(without_comments(glue), "export function f() {\nreturn 1; // stays\n}\n");
    }

    #[test]
    fn a_rule_beside_a_comment_stays() {
        let css = "/* Type,\n   and rhythm. */\n\na { color: red; } /* stays */\n  b { top: 0; }\n";
        assert_eq!(without_comments(css), "a { color: red; } /* stays */\nb { top: 0; }\n");
    }
}
