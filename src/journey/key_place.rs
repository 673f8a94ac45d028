//! Where a key can be put, and who can read it there.
//!
//! The picture has one line of [`Station`]s, which is the same for every [`KeyPlace`]: code goes from the repository
//! through the build to the browser, requests go from the browser through the back end to the provider.
//!
//! Invariant: a key in what the browser or the phone gets is read by everybody who has that; no visitor reads what
//! stays on the back end.

use crate::names::named_enum;
use crate::pricing::Sourced;

named_enum! {
    /// Where somebody puts a key; the worst first.
    pub enum KeyPlace {
        /// In a file of the page itself.
        FrontEndFile = "front-end-file",
        /// In a variable whose value the build writes into the page.
        BuildVariable = "build-variable",
        /// In an app on phones.
        PhoneApp = "phone-app",
        /// In the code of the back end, in a repository that everybody can read.
        PublicRepository = "public-repository",
        /// The same, in a repository of the team.
        PrivateRepository = "private-repository",
        /// In an environment variable of the back end.
        BackEnd = "back-end",
        /// In a secret manager, which the back end asks.
        SecretManager = "secret-manager",
    }
}

named_enum! {
    /// A place on the way of code and of requests, in the order of the picture.
    pub enum Station {
        /// Where the code is kept.
        Repository = "repository",
        /// Where files for the browser are made of it.
        Build = "build",
        /// The visitor's browser or phone.
        Client = "client",
        /// A server of one's own.
        BackEnd = "back-end",
        /// Where the back end may get secrets from.
        SecretManager = "secret-manager",
        /// Who answers the request.
        Provider = "provider",
    }
}

named_enum! {
    /// Who can look at a station, most people first.
    pub enum Readers {
        /// The whole internet.
        Everybody = "everybody",
        /// Whoever opens the page or has the app.
        Visitors = "visitors",
        /// Colleagues and the tools they use.
        Team = "team",
        /// No person in the course of things: the program that needs it.
        Program = "program",
    }
}

impl KeyPlace {
    /// Who can look at `station`, whether the key lies there or not.
    pub const fn readers_at(self, station: Station) -> Readers {
        match (station, self) {
            (Station::Repository, Self::PublicRepository) => Readers::Everybody,
            (Station::Repository | Station::Build, _) => Readers::Team,
            (Station::Client, _) => Readers::Visitors,
            (Station::BackEnd | Station::SecretManager | Station::Provider, _) => Readers::Program,
        }
    }

    /// Whether the key lies at `station`. The provider is who issued it, and needs none.
    pub const fn is_at(self, station: Station) -> bool {
        match station {
            Station::Repository => !matches!(self, Self::BuildVariable | Self::BackEnd | Self::SecretManager),
            Station::Build => !matches!(self, Self::BackEnd | Self::SecretManager),
            Station::Client => !self.has_back_end(),
            Station::BackEnd => self.has_back_end(),
            Station::SecretManager => matches!(self, Self::SecretManager),
            Station::Provider => false,
        }
    }

    /// Whether requests go through a back end; otherwise browser or phone asks the provider directly.
    pub const fn has_back_end(self) -> bool {
        !matches!(self, Self::FrontEndFile | Self::BuildVariable | Self::PhoneApp)
    }

    /// Whether the key goes along the arrow that the picture draws to `station`: with the code, with a request, which
    /// may pass the back end by, or from the secret manager.
    pub const fn is_carried_to(self, station: Station) -> bool {
        match station {
            Station::Build => self.is_at(Station::Repository) && self.is_at(Station::Build),
            Station::Client | Station::BackEnd => self.is_at(Station::Client),
            Station::SecretManager => self.is_at(Station::SecretManager),
            Station::Provider => true,
            Station::Repository => false,
        }
    }

    /// The most people who can read the key anywhere.
    pub fn readers(self) -> Readers {
        let stations = Station::ALL.iter().filter(|&&station| self.is_at(station));
        let readers = stations.map(|&station| self.readers_at(station));
        readers.min_by_key(|readers| *readers as usize).unwrap_or(Readers::Program)
    }
}

/// What somebody documents about keys in some of the places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceFact {
    /// The places that it is about.
    pub places: Vec<KeyPlace>,
    /// Who says so.
    pub by: String,
    /// One sentence.
    pub text: String,
    /// Where it was read.
    pub sourced: Sourced,
}

#[cfg(test)]
mod tests {
    use super::{KeyPlace, Readers, Station};

    #[test]
    fn who_can_read_a_key_depends_on_where_it_was_put() {
        let readers: Vec<_> = KeyPlace::ALL.iter().map(|place| place.readers().name()).collect();
        assert_eq!(readers, ["visitors", "visitors", "visitors", "everybody", "team", "program", "program"]);
    }

    #[test]
    fn every_request_carries_the_key_from_where_it_lies() {
        for &place in KeyPlace::ALL {
            // Either browser and phone have it and the visitor reads it, or the back end has it and none does.
            assert_ne!(place.is_at(Station::Client), place.is_at(Station::BackEnd), "{}", place.name());
            assert_eq!(place.is_at(Station::BackEnd), place.has_back_end(), "{}", place.name());
            assert!(place.is_carried_to(Station::Provider) && !place.is_at(Station::Provider));
        }
    }

    #[test]
    fn a_key_comes_to_a_visitor_by_the_build_alone_and_passes_the_back_end_by() {
        for &place in KeyPlace::ALL {
            let with_visitor = place.is_at(Station::Client);
            assert!(!with_visitor || place.is_at(Station::Build), "{}", place.name());
            assert_eq!(place.is_carried_to(Station::Client), with_visitor, "{}", place.name());
            assert_eq!(place.is_carried_to(Station::BackEnd), with_visitor, "{}", place.name());
        }
    }

    #[test]
    fn the_build_variable_is_in_no_repository_and_reaches_the_visitor_all_the_same() {
        let place = KeyPlace::BuildVariable;
        assert!(!place.is_at(Station::Repository) && place.is_at(Station::Build) && place.is_at(Station::Client));
        assert_eq!(place.readers_at(Station::Client), Readers::Visitors);
    }
}
