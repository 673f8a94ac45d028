//! A workshop for keys: create, deploy, rotate, leak, revoke; a program that needs one all the time.
//!
//! Time is in minutes of the story, and moves only by [`Workshop::pass`].
//! Invariants: a key's secret is shown once; a key that is disabled or expired never works again;
//! a thief spends only while the leaked key works.

use super::leak::{Leak, Protections};
use crate::names::named_enum;
use crate::pricing::Usd;

named_enum! {
    /// What a key may do.
    pub enum Scope {
        /// Whatever its owner may.
        Everything = "everything",
        /// Reach the provider's cheapest model only.
        CheapestModel = "cheapest-model",
    }
}

named_enum! {
    /// What the workshop has come to.
    pub enum Situation {
        /// The program runs, and nobody else uses its keys.
        Running = "running",
        /// The program's key does not work.
        Down = "down",
        /// The program runs on a newer key, and the older ones are disabled.
        Rotated = "rotated",
        /// A thief spends.
        Leaking = "leaking",
        /// A thief has spent, and something has ended it.
        Stopped = "stopped",
    }
}

/// A key as the console lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Its number, from 1.
    pub number: u32,
    /// When it ends by itself, in minutes.
    pub expires_min: Option<f64>,
    /// When it was disabled, in minutes.
    pub disabled_min: Option<f64>,
    /// When it was last used, in minutes.
    pub last_used_min: Option<f64>,
    /// What it may do.
    pub scope: Scope,
    /// Whether its secret is still on screen: until something else is done.
    pub shown: bool,
}

impl Key {
    /// Whether requests with it are answered at `now_min`.
    pub fn works(&self, now_min: f64) -> bool {
        self.end_min() > now_min
    }

    /// When it stops working: disabled or expired, whichever is first.
    fn end_min(&self) -> f64 {
        let never = f64::INFINITY;
        self.disabled_min.unwrap_or(never).min(self.expires_min.unwrap_or(never))
    }
}

/// A key in somebody else's hands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theft {
    /// Number of the key.
    pub key: u32,
    /// How long the thief could use it, in minutes.
    pub lasted_min: f64,
}

/// The whole workshop.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    /// Keys in the order of their creation.
    pub keys: Vec<Key>,
    /// Number of the key that the program uses.
    pub deployed: Option<u32>,
    /// What time it is, in minutes.
    pub now_min: f64,
    /// Minutes in which the program's requests were answered.
    pub answered_min: f64,
    /// Minutes in which they were refused.
    pub refused_min: f64,
    /// The leak, if there was one.
    pub theft: Option<Theft>,
}

impl Default for Workshop {
    /// One key, deployed: the situation most programs are in.
    fn default() -> Self {
        let mut workshop =
            Self { keys: Vec::new(), deployed: None, now_min: 0.0, answered_min: 0.0, refused_min: 0.0, theft: None };
        workshop.create(None, Scope::Everything);
        workshop.deploy(1);
        workshop
    }
}

impl Workshop {
    /// Creates a key that ends after `lifetime_min` minutes, or never, and shows its secret.
    pub fn create(&mut self, lifetime_min: Option<f64>, scope: Scope) {
        self.hide();
        let number = self.keys.len() as u32 + 1;
        self.keys.push(Key {
            number,
            expires_min: lifetime_min.map(|minutes| self.now_min + minutes),
            disabled_min: None,
            last_used_min: None,
            scope,
            shown: true,
        });
    }

    /// Takes every secret off the screen, for good.
    pub fn hide(&mut self) {
        self.keys.iter_mut().for_each(|key| key.shown = false);
    }

    /// Gives the program another key.
    pub fn deploy(&mut self, number: u32) {
        self.hide();
        self.deployed = Some(number);
    }

    /// Switches a key off, for good.
    pub fn disable(&mut self, number: u32) {
        self.hide();
        let now_min = self.now_min;
        if let Some(key) = self.key_mut(number) {
            key.disabled_min.get_or_insert(now_min);
        }
    }

    /// Somebody copies a key. Only the first leak of a workshop is followed.
    pub fn leak(&mut self, number: u32) {
        self.hide();
        if self.theft.is_none() {
            self.theft = Some(Theft { key: number, lasted_min: 0.0 });
        }
    }

    /// The key with that number.
    pub fn key(&self, number: u32) -> Option<&Key> {
        self.keys.iter().find(|key| key.number == number)
    }

    fn key_mut(&mut self, number: u32) -> Option<&mut Key> {
        self.keys.iter_mut().find(|key| key.number == number)
    }

    /// Whether the program's requests are answered now.
    pub fn program_runs(&self) -> bool {
        self.deployed.and_then(|number| self.key(number)).is_some_and(|key| key.works(self.now_min))
    }

    /// Whether the thief's key works now.
    pub fn thief_runs(&self) -> bool {
        self.theft.and_then(|theft| self.key(theft.key)).is_some_and(|key| key.works(self.now_min))
    }

    /// What the leaked key may do.
    pub fn leaked_scope(&self) -> Scope {
        self.theft.and_then(|theft| self.key(theft.key)).map_or(Scope::Everything, |key| key.scope)
    }

    /// Whether a rotation is complete: the program runs on a newer key, and no older one works.
    pub fn is_rotated(&self) -> bool {
        let Some(number) = self.deployed.filter(|&number| number > 1) else { return false };
        self.program_runs() && self.keys.iter().filter(|key| key.number < number).all(|key| !key.works(self.now_min))
    }

    /// What it has come to; `thief_is_on` if a thief still gets answers that cost something.
    pub fn situation(&self, thief_is_on: bool) -> Situation {
        match self.theft {
            Some(_) if thief_is_on => Situation::Leaking,
            Some(_) => Situation::Stopped,
            None if self.is_rotated() => Situation::Rotated,
            None if self.program_runs() => Situation::Running,
            None => Situation::Down,
        }
    }

    /// Lets `minutes` pass: the program and the thief send requests all the time.
    pub fn pass(&mut self, minutes: f64) {
        let (start, end) = (self.now_min, self.now_min + minutes.max(0.0));
        let worked = |key: Option<&Key>| key.map_or(0.0, |key| (key.end_min().min(end) - start).max(0.0));
        let answered = worked(self.deployed.and_then(|number| self.key(number)));
        self.answered_min += answered;
        self.refused_min += end - start - answered;
        if let Some(mut theft) = self.theft {
            theft.lasted_min += worked(self.key(theft.key));
            self.theft = Some(theft);
            self.use_key(theft.key, start, end);
        }
        if let Some(number) = self.deployed {
            self.use_key(number, start, end);
        }
        self.now_min = end;
    }

    /// Notes the last use of a key that worked at `start`.
    fn use_key(&mut self, number: u32, start: f64, end: f64) {
        if let Some(key) = self.key_mut(number).filter(|key| key.works(start)) {
            key.last_used_min = Some(key.end_min().min(end));
        }
    }

    /// What the thief has cost so far, at `leak`'s pace.
    pub fn damage(&self, leak: Leak, protections: Protections) -> Usd {
        self.theft.map_or(Usd::default(), |theft| leak.damage(theft.lasted_min, protections))
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, Workshop};
    use crate::journey::leak::Protections;
    use crate::journey::leak::tests::leak;
    use crate::pricing::Usd;

    #[test]
    fn a_rotation_in_the_right_order_loses_no_request() {
        let mut shop = Workshop::default();
        shop.pass(5.0);
        shop.create(None, Scope::Everything);
        assert!(shop.keys[1].shown && !shop.keys[0].shown);
        shop.pass(1.0);
        shop.deploy(2);
        shop.pass(1.0);
        shop.disable(1);
        shop.pass(5.0);
        assert!(shop.is_rotated());
        assert_eq!((shop.answered_min, shop.refused_min), (12.0, 0.0));
        assert_eq!(shop.keys[0].last_used_min, Some(6.0));
    }

    #[test]
    fn disabling_first_stops_the_program() {
        let mut shop = Workshop::default();
        shop.disable(1);
        shop.pass(3.0);
        assert!(!shop.program_runs());
        shop.create(None, Scope::Everything);
        shop.deploy(2);
        shop.pass(2.0);
        assert_eq!((shop.answered_min, shop.refused_min), (2.0, 3.0));
    }

    #[test]
    fn an_expired_key_stops_in_the_middle_and_never_works_again() {
        let mut shop = Workshop::default();
        shop.create(Some(60.0), Scope::CheapestModel);
        shop.deploy(2);
        shop.pass(100.0);
        assert_eq!((shop.answered_min, shop.refused_min), (60.0, 40.0));
        assert!(!shop.program_runs());
    }

    #[test]
    fn the_bill_grows_until_the_key_is_revoked() {
        let mut shop = Workshop::default();
        shop.leak(1);
        shop.pass(10.0);
        let ten = shop.damage(leak(), Protections::default());
        assert!(ten > Usd::default() && shop.thief_runs());
        shop.disable(1);
        shop.pass(1_000.0);
        assert_eq!(shop.damage(leak(), Protections::default()), ten);
        assert!(!shop.thief_runs() && !shop.program_runs());
    }

    #[test]
    fn another_key_does_not_stop_the_thief() {
        let mut shop = Workshop::default();
        shop.leak(1);
        shop.create(None, Scope::Everything);
        shop.deploy(2);
        shop.pass(10.0);
        assert!(shop.thief_runs() && !shop.is_rotated());
    }
}
