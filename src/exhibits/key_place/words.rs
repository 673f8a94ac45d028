//! The words of the places for a key.

use crate::journey::{KeyPlace, Readers};
use crate::words::table;

table!(
    /// A place: who can read a key there, how, and what to do instead.
    Place { label, who, how, advice }
);
table!(
    /// The places.
    Places {
        front_end_file: Place, build_variable: Place, phone_app: Place, public_repository: Place,
        private_repository: Place, back_end: Place, secret_manager: Place,
    }
);
table!(
    /// The stations of the picture.
    Stations { repository, build, browser, phone, back_end, secret_manager, provider }
);
table!(
    /// What the picture says of a station.
    Notes { everybody, visitors, users, team, program, no_key, not_asked, not_used, checks }
);
table!(
    /// Where does the key live?
    Words {
        title, choose, picture, who, how, advice, all, place, status, stations: Stations, notes: Notes, places: Places,
    }
);

impl Places {
    /// The words for one of them.
    pub fn of(self, place: KeyPlace) -> Place {
        match place {
            KeyPlace::FrontEndFile => self.front_end_file(),
            KeyPlace::BuildVariable => self.build_variable(),
            KeyPlace::PhoneApp => self.phone_app(),
            KeyPlace::PublicRepository => self.public_repository(),
            KeyPlace::PrivateRepository => self.private_repository(),
            KeyPlace::BackEnd => self.back_end(),
            KeyPlace::SecretManager => self.secret_manager(),
        }
    }
}

impl Notes {
    /// Who reads a key, in `place`.
    pub fn of(self, place: KeyPlace, readers: Readers) -> &'static str {
        match readers {
            Readers::Everybody => self.everybody(),
            Readers::Visitors if place == KeyPlace::PhoneApp => self.users(),
            Readers::Visitors => self.visitors(),
            Readers::Team => self.team(),
            Readers::Program => self.program(),
        }
    }
}
