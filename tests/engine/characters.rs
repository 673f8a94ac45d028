//! Every code point alone and in context.

use super::support::{check_all, distinct};

/// What stands around the character: letters of each case, marks, spaces, line breaks, signs, digits.
const CONTEXTS: [&str; 24] = [
    "*",
    "a*",
    "*a",
    "A*",
    "*A",
    "*Ab",
    "a*b",
    "A*B",
    "中*",
    "*中",
    " *",
    "* ",
    " *a",
    "\n*",
    "*\n",
    "!*",
    "*!",
    "!*a",
    "1*1",
    "\u{301}*A",
    "*\u{301}A",
    "a'*",
    "*'s",
    "  *  ",
];

/// Characters are put together, so that a text of many is one comparison; a line break and a letter
/// keep them apart.
#[test]
fn every_code_point_in_context() {
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    for chunk in characters.chunks(4096) {
        // Without contexts, because the table of classes is what could be wrong there.
        let is_plain = chunk.iter().all(|&c| is_unassigned(c));
        let contexts = if is_plain { &CONTEXTS[..1] } else { &CONTEXTS[..] };
        for context in contexts {
            let text: String =
                chunk.iter().map(|&c| context.replace('*', c.encode_utf8(&mut [0; 4])) + "\nx\n").collect();
            distinct().for_each(|pair| pair.check(&text));
        }
    }
}

#[test]
fn every_pair_of_kinds() {
    let kinds = [
        "a",
        "z",
        "S",
        "T",
        "ǅ",
        "ʰ",
        "中",
        "\u{301}",
        "\u{903}",
        "7",
        "½",
        "Ⅷ",
        " ",
        "\t",
        "\u{A0}",
        "\u{85}",
        "\u{2028}",
        "\r",
        "\n",
        "\r\n",
        "/",
        "'",
        "’",
        "!",
        "€",
        "\u{200D}",
        "\u{FEFF}",
        "ſ",
        "😀",
        "\u{10FFFF}",
        "\0",
        "l",
        "v",
        "e",
    ];
    let mut text = String::new();
    for a in kinds {
        for b in kinds {
            for c in kinds {
                text.extend([a, b, c, "x\n\n"]);
            }
            check_all(&text);
            text.clear();
        }
    }
    for a in kinds {
        for b in kinds {
            check_all(&[a, b].concat());
        }
    }
}

/// Planes that hold nothing but unassigned and private characters.
fn is_unassigned(character: char) -> bool {
    ('\u{40000}'..'\u{E0000}').contains(&character) || character >= '\u{F0000}'
}
