//! What stands in every page itself, so that its first paint waits for no second request: the script
//! for what must be settled before it or must not wait for it, and the style sheets, one file per widget in
//! `style/` and in the folder of each exhibit.
//!
//! The script is the same in every page; of the style sheets a page has those that it needs.

use std::fs;
use std::path::Path;

use super::SiteError;
use crate::exhibits::Exhibit;

/// Who needs a style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum User {
    Everybody,
    Text,
    Lab,
    Journey,
    Chips,
    AnyExhibit,
    One(Exhibit),
}

/// The order of the style sheets, with those of the exhibits after them; later ones may rely on earlier ones.
const SHEETS: [(&str, User); 13] = [
    ("colors.css", User::Everybody),
    ("base.css", User::Everybody),
    ("controls.css", User::Everybody),
    ("page.css", User::Text),
    ("prose.css", User::Text),
    ("check.css", User::Text),
    ("small-pages.css", User::Text),
    ("definitions.css", User::Text),
    ("chips.css", User::Chips),
    ("token-lab.css", User::Lab),
    ("house.css", User::Journey),
    ("journey.css", User::Journey),
    ("exhibits.css", User::AnyExhibit),
];

/// These must win over what is before them.
const LAST_SHEETS: [(&str, User); 2] = [("print.css", User::Everybody), ("no-script.css", User::Everybody)];

/// What a page has that needs style sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contents {
    pub(super) has_text: bool,
    pub(super) has_lab: bool,
    pub(super) has_journey: bool,
    pub(super) exhibits: Vec<Exhibit>,
}

impl Contents {
    fn need(&self, user: User) -> bool {
        match user {
            User::Everybody => true,
            User::Text => self.has_text,
            User::Lab => self.has_lab,
            User::Journey => self.has_journey,
            User::Chips => self.has_lab || self.has_journey || !self.exhibits.is_empty(),
            User::AnyExhibit => !self.exhibits.is_empty(),
            User::One(exhibit) => self.exhibits.contains(&exhibit),
        }
    }
}

/// The inline parts of the pages.
pub(super) struct Inline {
    /// Runs before anything is painted.
    pub(super) script: String,
    /// The style sheets, each with who needs it.
    sheets: Vec<(User, String)>,
}

impl Inline {
    /// Reads the style sheets in `folder`.
    pub(super) fn load(folder: &Path) -> Result<Self, SiteError> {
        let read = |&(sheet, user): &(&str, User)| {
            let file = folder.join(sheet);
            let text = fs::read_to_string(&file).map_err(|error| SiteError::at(&file, error))?;
            Ok::<_, SiteError>((user, compact(&text)))
        };
        let mut sheets = SHEETS.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let of_exhibit = |&exhibit: &Exhibit| (User::One(exhibit), compact(exhibit.style_sheet()));
        sheets.extend(Exhibit::ALL.iter().map(of_exhibit));
        sheets.extend(LAST_SHEETS.iter().map(read).collect::<Result<Vec<_>, _>>()?);
        let script = [include_str!("head.js"), include_str!("ahead.js")].concat();
        Ok(Self { script: without_comments(&script), sheets })
    }

    /// The style sheets of a page with these contents.
    pub(super) fn style(&self, contents: &Contents) -> String {
        self.sheets.iter().filter(|(user, _)| contents.need(*user)).map(|(_, text)| text.as_str()).collect()
    }
}

/// CSS without comments and without the white space that means nothing. What stands in quotes stays.
fn compact(css: &str) -> String {
    let parts = without_comments(css);
    let parts =
        parts.split('"').enumerate().map(|(index, part)| if index % 2 == 0 { tight(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("\"")
}

fn tight(css: &str) -> String {
    let mut out = css.replace('\n', " ");
    for sign in ["{", "}", ";", ","] {
        out = out.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    // A space behind a colon is inside a rule; before one it begins a selector.
    out.replace(": ", ":").replace(";}", "}")
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
    use super::{compact, without_comments};

    #[test]
    fn comments_and_indentation_are_left_out() {
        let glue = "/* @ts-self-types */\n/**\n * Counts.\n */\nexport function f() {\n    // why\n    return 1; // stays\n}\n";
        assert_eq!(without_comments(glue), "export function f() {\nreturn 1; // stays\n}\n");
    }

    #[test]
    fn white_space_goes_where_it_means_nothing() {
        let css = ".a :hover,\n.b > i {\n  margin: 0 calc(1px + 2px);\n  content: \" , {\";\n}\n@media (width > 3rem) {\n  a { top: 0; }\n}\n";
        assert_eq!(
            compact(css),
            ".a :hover,.b > i{margin:0 calc(1px + 2px);content:\" , {\"}@media (width > 3rem){a{top:0}}"
        );
    }

    #[test]
    fn a_rule_beside_a_comment_stays() {
        let css = "/* Type,\n   and rhythm. */\n\na { color: red; } /* stays */\n  b { top: 0; }\n";
        assert_eq!(without_comments(css), "a { color: red; } /* stays */\nb { top: 0; }\n");
    }
}
