//! Who is asking? The key on its hook, the copy that travels, the list of keys, the door and the limits.

use super::{DONE, Moment, Wrong, part};
use crate::journey::{Scenario, Stage};
use crate::names::named_enum;

named_enum! {
    /// What hangs on your hook.
    pub enum Hook {
        /// Nothing.
        Empty = "empty",
        /// The key.
        Key = "key",
    }
}

named_enum! {
    /// What is clipped to the envelope.
    pub enum CardCopy {
        /// Nothing yet.
        Absent = "absent",
        /// A copy of the key.
        True = "true",
        /// A copy with one wrong character.
        Mistyped = "mistyped",
        /// Nothing, where a copy was due.
        Missing = "missing",
    }
}

named_enum! {
    /// Where the envelope is.
    pub enum Envelope {
        /// Not written yet.
        Absent = "absent",
        /// On its way to the door, or before it.
        Outside = "outside",
        /// Inside, where its text is.
        Inside = "inside",
    }
}

named_enum! {
    /// The lamp beside the door.
    pub enum Lamp {
        /// Dark.
        Off = "off",
        /// Come in.
        Green = "green",
        /// Stop.
        Red = "red",
    }
}

named_enum! {
    /// The list of keys that were issued.
    pub enum KeyList {
        /// Nobody looks at it.
        Closed = "closed",
        /// It can be read.
        Open = "open",
    }
}

named_enum! {
    /// Looking the key up.
    pub enum Search {
        /// Not begun.
        Idle = "idle",
        /// A line runs to the list.
        Running = "running",
        /// The row is found.
        Found = "found",
        /// No row fits.
        Nobody = "nobody",
    }
}

named_enum! {
    /// The row of your key.
    pub enum KeyRow {
        /// Not written yet.
        Absent = "absent",
        /// In force.
        Active = "active",
        /// Struck through.
        Revoked = "revoked",
        /// Its time is over.
        Expired = "expired",
        /// Blocked by the provider, because it was seen in public.
        Blocked = "blocked",
    }
}

named_enum! {
    /// The doors to the models, behind the outer door.
    pub enum ModelDoors {
        /// Not shown: the key may use them all.
        Hidden = "hidden",
        /// The one asked for is locked.
        Padlocked = "padlocked",
    }
}

named_enum! {
    /// How full a bucket is.
    pub enum Level {
        /// Room for many more.
        Full = "full",
        /// Nothing left this minute.
        Empty = "empty",
    }
}

/// The upper floor, and you before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyScene {
    /// Your hook.
    pub hook: Hook,
    /// The new card's way from the door to the hook, 0 to 1; nothing while no card is on its way.
    pub new_card: Option<f64>,
    /// What travels with the text.
    pub copy: CardCopy,
    /// Where the text is.
    pub envelope: Envelope,
    /// The envelope's way to the door, 0 to 1.
    pub way: f64,
    /// The list.
    pub list: KeyList,
    /// Looking up.
    pub search: Search,
    /// The line's way to the list, 0 to 1.
    pub line: f64,
    /// Your key's row.
    pub row: KeyRow,
    /// Behind the outer door.
    pub doors: ModelDoors,
    /// Whether a barrier is down before the door.
    pub is_barred: bool,
    /// How far the limits have been looked at, 0 to 1.
    pub dip: f64,
    /// Requests left this minute.
    pub requests: Level,
    /// Tokens left this minute.
    pub tokens: Level,
    /// The lamp.
    pub lamp: Lamp,
    /// Whether the door is open.
    pub is_open: bool,
    /// Whether a stranger with the same card comes in, too.
    pub has_stranger: bool,
}

/// When, in the work of creating it, the key's row is written, and when the card comes out of the door.
const WRITTEN: f64 = 0.3;
/// When the line has reached the list.
const REACHED: f64 = 0.55;
/// When the limits have been looked at.
const LOOKED_AT: f64 = 0.7;

impl KeyScene {
    pub(super) fn of(moment: &Moment, scenario: Scenario, wrong: Option<Wrong>) -> Self {
        let has_key = scenario != Scenario::NoKey;
        let has_set_out = moment.has_begun(Stage::Send);
        let lamp = lamp(moment, scenario, wrong);
        let card = part(moment.share_of(Stage::CreateKey), WRITTEN, DONE);
        Self {
            hook: if has_key && card >= 1.0 { Hook::Key } else { Hook::Empty },
            new_card: (has_key && card > 0.0 && card < 1.0).then_some(card),
            copy: if has_set_out { copy(scenario) } else { CardCopy::Absent },
            envelope: match moment.stage {
                Stage::CreateKey => Envelope::Absent,
                Stage::Send | Stage::CheckKey | Stage::CheckLimits => Envelope::Outside,
                _ => Envelope::Inside,
            },
            way: 0.5 * moment.way_to(Stage::Send) + 0.5 * moment.share_of(Stage::Send),
            list: if has_key { KeyList::Open } else { KeyList::Closed },
            search: search(moment, scenario),
            line: if has_key { part(moment.share_of(Stage::CheckKey), 0.0, REACHED) } else { 0.0 },
            row: row(moment, scenario, wrong),
            doors: match scenario {
                Scenario::NoPermission if moment.is_past(Stage::CheckKey, REACHED) => ModelDoors::Padlocked,
                _ => ModelDoors::Hidden,
            },
            is_barred: scenario == Scenario::Address && moment.is_past(Stage::CheckKey, REACHED),
            dip: part(moment.share_of(Stage::CheckLimits), 0.0, LOOKED_AT),
            requests: Level::Full,
            tokens: if scenario == Scenario::RateLimit && has_set_out { Level::Empty } else { Level::Full },
            lamp,
            is_open: lamp == Lamp::Green,
            has_stranger: scenario == Scenario::Leaked && has_set_out,
        }
    }
}

fn lamp(moment: &Moment, scenario: Scenario, wrong: Option<Wrong>) -> Lamp {
    let stops_here = moment.stage == Stage::CheckLimits
        && matches!(scenario, Scenario::RateLimit | Scenario::NoCredit | Scenario::SpendLimit);
    match wrong {
        // The key is in order; what is behind the door is not for it.
        Some(Wrong::Padlock) => Lamp::Green,
        Some(_) if moment.stage <= Stage::CheckLimits => Lamp::Red,
        _ if stops_here || !moment.is_past(Stage::CheckLimits, LOOKED_AT) => Lamp::Off,
        _ => Lamp::Green,
    }
}

const fn copy(scenario: Scenario) -> CardCopy {
    match scenario {
        Scenario::NoKey => CardCopy::Missing,
        Scenario::Mistyped => CardCopy::Mistyped,
        _ => CardCopy::True,
    }
}

fn search(moment: &Moment, scenario: Scenario) -> Search {
    match scenario {
        _ if !moment.is_past(Stage::CheckKey, 0.01) => Search::Idle,
        // There is nothing to look up.
        Scenario::NoKey => Search::Idle,
        _ if !moment.is_past(Stage::CheckKey, REACHED) => Search::Running,
        Scenario::Mistyped => Search::Nobody,
        _ => Search::Found,
    }
}

fn row(moment: &Moment, scenario: Scenario, wrong: Option<Wrong>) -> KeyRow {
    let has_set_out = moment.has_begun(Stage::Send);
    match scenario {
        Scenario::NoKey => KeyRow::Absent,
        _ if !moment.is_past(Stage::CreateKey, WRITTEN) => KeyRow::Absent,
        Scenario::Revoked if has_set_out => KeyRow::Revoked,
        Scenario::Expired if has_set_out => KeyRow::Expired,
        _ if wrong == Some(Wrong::Blocked) => KeyRow::Blocked,
        _ => KeyRow::Active,
    }
}
