//! What is documented about keys in places, from `content/data/key-places.toml`.
//!
//! Invariant: every fact has a source and a date, and is about some place.

use serde::Deserialize;

use super::exhibits::known;
use crate::journey::{KeyPlace, PlaceFact};
use crate::pricing::Evidence;

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyPlacesFile {
    fact: Vec<RawPlaceFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlaceFact {
    places: Vec<KeyPlace>,
    by: String,
    text: String,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl KeyPlacesFile {
    pub(super) fn check(self) -> Result<Vec<PlaceFact>, String> {
        self.fact.into_iter().map(RawPlaceFact::check).collect()
    }
}

impl RawPlaceFact {
    fn check(self) -> Result<PlaceFact, String> {
        let Self { places, by, text, evidence, source, checked } = self;
        if places.is_empty() || evidence == Evidence::Unknown {
            return Err(format!("what {by} says is about no place, or unknown: `{text}`"));
        }
        Ok(PlaceFact { places, by, text, sourced: known(evidence, source, checked)? })
    }
}

#[cfg(test)]
mod tests {
    use super::KeyPlacesFile;
    use crate::journey::KeyPlace;

    const FACTS: &str = include_str!("../../content/data/key-places.toml");

    fn load(text: &str) -> Result<Vec<KeyPlace>, String> {
        let facts = toml::from_str::<KeyPlacesFile>(text).map_err(|error| error.to_string())?.check()?;
        Ok(facts.into_iter().flat_map(|fact| fact.places).collect())
    }

    #[test]
    fn every_place_has_a_fact() {
        let places = load(FACTS).expect("usable facts");
        assert!(KeyPlace::ALL.iter().all(|place| places.contains(place)));
    }

    #[test]
    fn a_fact_without_source_or_place_does_not_build() {
        for (right, wrong) in [
            ("source = \"https://", "source = \"http://"),
            ("checked = \"2026-11-27\"", "checked = \"\""),
            ("places = [\"secret-manager\"]", "places = []"),
            ("places = [\"secret-manager\"]", "places = [\"a drawer\"]"),
            ("evidence = \"documented\"", "evidence = \"unknown\""),
        ] {
            assert!(FACTS.contains(right), "{right}");
            assert!(load(&FACTS.replacen(right, wrong, 1)).is_err(), "{wrong}");
        }
    }
}
