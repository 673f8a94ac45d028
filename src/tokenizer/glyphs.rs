//! Makes white space and control characters visible without changing the text.
//!
//! Law: the glyphs' texts, put end to end, are the text; the signs are drawn beside it.

use std::ops::Range;

use super::text::stretch;

/// A stretch of a token's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Glyph<'a> {
    /// Text that can be seen as it is.
    Plain(&'a str),
    /// A run of one character that cannot be seen, with the sign that stands for it.
    Sign {
        /// The characters themselves.
        text: &'a str,
        /// What is drawn in the place of each.
        sign: char,
    },
}

/// Splits `text` into visible stretches and runs of one invisible character.
pub fn glyphs(text: &str) -> Vec<Glyph<'_>> {
    let mut out = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(character) = stretch(text, at..text.len()).chars().next() {
        let start = at;
        at += character.len_utf8();
        let Some(sign) = sign_of(character) else { continue };
        push_plain(&mut out, text, plain..start);
        let run = stretch(text, at..text.len()).chars().take_while(|&next| next == character);
        at += run.map(char::len_utf8).sum::<usize>();
        out.push(Glyph::Sign { text: stretch(text, start..at), sign });
        plain = at;
    }
    push_plain(&mut out, text, plain..text.len());
    out
}

fn push_plain<'a>(out: &mut Vec<Glyph<'a>>, text: &'a str, range: Range<usize>) {
    if !range.is_empty() {
        out.push(Glyph::Plain(stretch(text, range)));
    }
}

/// Joiners (U+200C, U+200D) have none: they shape the characters around them, in emoji and in scripts.
fn sign_of(character: char) -> Option<char> {
    match character {
        ' ' => Some('·'),
        '\n' => Some('↵'),
        '\t' => Some('→'),
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7F}' => Some('␡'),
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => Some('␣'),
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            Some('◌')
        }
        '\u{80}'..='\u{9F}' | '\u{2028}' | '\u{2029}' => Some('�'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Glyph, glyphs};

    #[test]
    fn a_leading_space_gets_a_sign_and_stays_text() {
        assert_eq!(glyphs(" token"), [Glyph::Sign { text: " ", sign: '·' }, Glyph::Plain("token")]);
    }

    #[test]
    fn equal_signs_are_one_run() {
        let runs = [Glyph::Sign { text: "   ", sign: '·' }, Glyph::Sign { text: "\t", sign: '→' }];
        assert_eq!(glyphs("   \t"), runs);
    }

    #[test]
    fn nul_is_shown() {
        assert_eq!(glyphs("\0"), [Glyph::Sign { text: "\0", sign: '␀' }]);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "a\r\n\tb \u{3000}中\u{200D}\u{FEFF}end ";
        let joined: String = glyphs(text)
            .iter()
            .map(|glyph| match glyph {
                Glyph::Plain(text) | Glyph::Sign { text, .. } => *text,
            })
            .collect();
        assert_eq!(joined, text);
    }
}
