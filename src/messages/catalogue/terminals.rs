//! Messages of a text chart and of a table in a terminal: keys, read-outs, what did not fit.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! terminals {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            TerminalNewest { value: String, period: String }
            TerminalHighest { value: String, period: String }
            TerminalHighestAll { value: String }
            TerminalAtLeast { value: String }
            TerminalEvent { event: String, period: String }
            TerminalEventSpan { event: String, from: String, to: String }
            TerminalBreak { note: String, period: String }
            TerminalCondensed { n: Quantity }
            TerminalPartial {}
            TerminalProvisional {}
            TerminalForecast { label: String }
            TerminalExpected {}
            TerminalLevel { name: String }
            TerminalLevelUnnamed {}
            TerminalBand {}
            TerminalNothing {}
            TerminalEarlier { name: String }
            TerminalUnknown {}
            TerminalLayers {}
            TerminalLayersOf { period: String }
            TerminalEverywhere { columns: String }
            TerminalColumnsLeft { names: String }
            TerminalColumnsEmpty { names: String }
            TerminalRowsLeft { n: Quantity, of: String }
            TerminalWhole { command: String }
            TerminalRows { n: Quantity }
        }
    };
}

pub(super) use terminals;
