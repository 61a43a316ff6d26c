//! Messages of the painter: the words that it adds to a figure, and what its marks are called in tables.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! drawings {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            DrawnNothing {}
            DrawnZero {}
            DrawnNotCovered {}
            DrawnUnreported {}
            DrawnMore { n: Quantity }
            DrawnUnlabelled { n: Quantity }
            DrawnUpTo { name: String, highest: String }
            DrawnSame {}
            DrawnBelowZero {}
            DrawnTiesOf {}
            // What an incident says of the two groups that it names.
            TieJoint {}
            TieJointAndHostile {}
            TieCompeting {}
            TieHostile {}
            // Of tables.
            HeadItsIncidents {}
            HeadOtherGroup {}
            HeadTie {}
            HeadInterval {}
            CellFramed { number: String }
        }
    };
}

pub(super) use drawings;
