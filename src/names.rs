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
