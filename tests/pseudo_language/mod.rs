//! Two languages that nobody speaks, which show what was forgotten: their strings stand in brackets and have
//! accents. The second runs from right to left and has all six plural forms.
//!
//! They are made as a translator would make them: a copy of `content/` gets a folder for each, and an
//! entry in `languages.toml`; so a site with them is built like one in any other language. What stays
//! readable on their pages did not come from the strings, except the article, which stays English.
//!
//! Used by `tests/languages.rs` and by xtask's check `pseudo`. Invariant: nothing else names them.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// A language and what its strings need.
pub struct Pseudo {
    /// Its code and folder.
    pub code: &'static str,
    direction: &'static str,
    /// Its plural forms.
    forms: &'static [&'static str],
}

impl Pseudo {
    /// Where its pages are, from a site's root.
    pub fn path(&self) -> String {
        format!("{}/", self.code.to_lowercase())
    }
}

/// With the codes that Unicode's CLDR gives to pseudo-languages.
pub const LANGUAGES: [Pseudo; 2] = [
    Pseudo { code: "en-XA", direction: "ltr", forms: &["one", "other"] },
    Pseudo { code: "ar-XB", direction: "rtl", forms: &["zero", "one", "two", "few", "many", "other"] },
];

/// Copies the folder `content` to `to`, with these languages besides its own.
///
/// # Errors
/// If something cannot be read or written.
pub fn write(content: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    copy(content, to)?;
    let mut list = fs::read_to_string(content.join("languages.toml"))?;
    let english = list.split("[language.number]").nth(1).unwrap_or_default().to_owned();
    for Pseudo { code, direction, forms } in LANGUAGES {
        copy(&content.join("en"), &to.join(code))?;
        let strings = to.join(code).join("strings.toml");
        fs::write(&strings, translated(&fs::read_to_string(&strings)?, forms))?;
        let number = translated(english.split("[[").next().unwrap_or_default(), forms);
        let entry = format!("\n[[language]]\ncode = \"{code}\"\nname = \"⟦{code}⟧\"\ndirection = \"{direction}\"\n");
        list += &format!("{entry}[language.number]{number}");
    }
    fs::write(to.join("languages.toml"), list)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target)? } else { fs::copy(entry.path(), target).map(drop)? }
    }
    Ok(())
}

/// A file of strings, one on each line; a noun's forms are a table on one line.
fn translated(file: &str, forms: &[&str]) -> String {
    file.lines().fold(String::new(), |mut out, line| {
        let line = match line.split_once(" = ") {
            Some((key, words)) if words.starts_with('"') => format!("{key} = {}", pseudo(quoted(words))),
            Some((noun, words)) if words.starts_with('{') => {
                let other = pseudo(quoted(words.rsplit("other = ").next().unwrap_or_default()));
                let forms: Vec<_> = forms.iter().map(|form| format!("{form} = {other}")).collect();
                format!("{noun} = {{ {} }}", forms.join(", "))
            }
            _ => line.to_owned(),
        };
        let _ = writeln!(out, "{line}");
        out
    })
}

/// What stands between the first quotation marks.
fn quoted(text: &str) -> &str {
    text.split('"').nth(1).unwrap_or_default()
}

/// Words in brackets and with accents, in quotation marks. Names in braces are filled in later and stay,
/// and so does what has no letter, such as a decimal sign.
fn pseudo(words: &str) -> String {
    let mut in_name = false;
    let mut is_word = false;
    let accented: String = words
        .chars()
        .map(|c| {
            in_name = c == '{' || (in_name && c != '}');
            is_word |= !in_name && c.is_alphabetic();
            match c {
                _ if in_name => c,
                'a' => 'á',
                'e' => 'é',
                'i' => 'í',
                'o' => 'ó',
                'u' => 'ú',
                other => other,
            }
        })
        .collect();
    if is_word { format!("\"⟦{accented}⟧\"") } else { format!("\"{words}\"") }
}
