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

#[test]
fn every_code_point_alone_and_in_some_contexts() {
    in_contexts(|chunk| vec![CONTEXTS[0], CONTEXTS[1 + chunk % 23]]);
}

#[test]
#[ignore = "takes minutes"]
fn every_code_point_in_every_context() {
    in_contexts(|_| CONTEXTS.to_vec());
}

/// Compares on every code point in the contexts chosen for its chunk. The characters of a chunk make
/// one text; a line break and a letter keep them apart.
fn in_contexts(chosen: impl Fn(usize) -> Vec<&'static str>) {
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    for (index, chunk) in characters.chunks(512).enumerate() {
        // One context is enough where only the table could be wrong.
        let contexts = if is_uniform(chunk[0]) { vec![CONTEXTS[0]] } else { chosen(index) };
        for context in contexts {
            let one = |&c: &char| context.replace('*', c.encode_utf8(&mut [0; 4])) + "\nx\n";
            let text: String = chunk.iter().map(one).collect();
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

/// Beyond the first two planes there are rare Han characters, a few marks, and nothing.
fn is_uniform(character: char) -> bool {
    character >= '\u{20000}' && !('\u{E0000}'..'\u{E1000}').contains(&character)
}
