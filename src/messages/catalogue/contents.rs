//! Messages of what a report holds: its first screen, its parts, the tables of its charts.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! contents {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            // Tables of charts.
            HeadHeldAgainst { name: String }
            HeadPart { whole: String, part: String }
            HeadInState { name: String, state: String }
            HeadLowHigh {} HeadExpectedRange {} HeadForecastRange {} HeadStatus {} HeadEvents {} HeadValue {}
            CellLowHigh { low: String, high: String }
            StatusComplete {} StatusProvisional {} StatusPartial {} StatusNotCovered {} StatusUnreported {}
        }
    };
}

pub(super) use contents;
