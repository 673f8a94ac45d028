//! What can happen to a request: it is paid for, or one of thirteen things goes wrong.

use crate::names::named_enum;

named_enum! {
    /// What happens to the request.
    pub enum Scenario {
        /// Everything goes well.
        Paid = "paid",
        /// The header with the key is missing.
        NoKey = "no-key",
        /// One character of the key is wrong.
        Mistyped = "mistyped",
        /// The key was switched off.
        Revoked = "revoked",
        /// The key's time is over.
        Expired = "expired",
        /// The key may not do this.
        NoPermission = "no-permission",
        /// The request comes from an address that is not on the account's list.
        Address = "address",
        /// Too many requests or tokens in a short time.
        RateLimit = "rate-limit",
        /// The prepaid credit is used up.
        NoCredit = "no-credit",
        /// A spend limit was reached.
        SpendLimit = "spend-limit",
        /// The text does not fit the model's context window.
        TooLong = "too-long",
        /// The provider has more work than machines.
        Overloaded = "overloaded",
        /// The answer breaks off after it began with status 200.
        StreamCut = "stream-cut",
        /// Somebody else uses a leaked key.
        Leaked = "leaked",
    }
}
