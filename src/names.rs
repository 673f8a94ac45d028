//! Enumerations whose variants have a fixed name in menus, links, attributes and data files.
//!
//! Invariant: `from_name(name(x)) == Some(x)`; names never change once published, because shared
//! links and host pages carry them.

/// Declares such an enumeration with `ALL`, `name` and `from_name`.
macro_rules! named_enum {
    ($(#[$meta:meta])* pub enum $type:ident { $($(#[$variant_meta:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Deserialize))]
        pub enum $type { $($(#[$variant_meta])* #[cfg_attr(feature = "serde", serde(rename = $name))] $variant,)+ }

        impl $type {
            /// Every variant, in the order of menus.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The published name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The variant of that exact name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.name() == name)
            }
        }
    };
}

pub(crate) use named_enum;

#[cfg(test)]
mod tests {
    super::named_enum! {
        /// Two values, one with a name of two words.
        pub enum Side {
            /// One.
            Key = "key",
            /// The other.
            AiToken = "ai-token",
        }
    }

    #[test]
    fn every_name_leads_back_and_no_other_word_does() {
        assert_eq!(Side::ALL.iter().map(|side| side.name()).collect::<Vec<_>>(), ["key", "ai-token"]);
        for &side in Side::ALL {
            assert_eq!(Side::from_name(side.name()), Some(side));
        }
        for word in ["", "Key", "AiToken", "ai_token", "key "] {
            assert_eq!(Side::from_name(word), None, "{word}");
        }
    }
}
