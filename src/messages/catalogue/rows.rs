//! Messages of the rows of the input: filters, why some are rejected, what is odd in others.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! rows {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Filters.
            FilterGroups { names: String }
            FilterRegions { names: String }
            FilterCountries { names: String }
            FilterKinds { names: String }
            FilterTactics { names: String }
            FilterTargets { names: String }
            FilterSince { day: String }
            FilterUntil { day: String }
            // Why a row is rejected.
            RejectedFieldCount { found: String, expected: String }
            RejectedBrokenQuote {}
            RejectedCutOff {}
            RejectedUndecodable {}
            RejectedNoDate {}
            RejectedUnreadableDate {}
            RejectedImpossibleDate {}
            // What is odd in a row that counts.
            IssueNotANumber {}
            IssueNegativeNumber {}
            IssueCoordinateOutOfRange {}
            IssueLowAboveBest {}
            IssueBestAboveHigh {}
            IssueLargeToll {}
            IssuePartsDisagree {}
            IssueEndBeforeStart {}
            IssueYearDisagrees {}
            IssueUnknownCode {}
            IssueNearDuplicate {}
            // What was done with it.
            EffectMadeUnknown {}
            EffectKept {}
            EffectEndIsStart {}
            EffectDateUsed {}
            EffectReadAsUnknown {}
        }
    };
}

pub(super) use rows;
