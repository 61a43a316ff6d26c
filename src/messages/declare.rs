//! How the catalogue of messages is declared: one list gives the messages, their keys and their slots.

/// Declares [`Message`] and [`Key`] from one list.
macro_rules! catalogue {
    (; $($(#[$doc:meta])* $name:ident { $($slot:ident: $kind:ty),* $(,)? })*) => {
        /// Something to say, with what goes into its slots.
        #[derive(Clone, Debug, PartialEq, strum::EnumDiscriminants)]
        #[strum_discriminants(
            name(Key),
            doc = "The name of a message.",
            derive(PartialOrd, Ord, Hash, strum::VariantArray, strum::IntoStaticStr),
            strum(serialize_all = "snake_case")
        )]
        pub enum Message {
            $($(#[$doc])* $name { $($slot: $kind),* },)*
        }

        impl Message {
            /// The values, in the order of [`Key::slots`].
            pub(super) fn slots(&self) -> Vec<&dyn Slot> {
                match self {
                    $(Message::$name { $($slot),* } => vec![$($slot as &dyn Slot),*],)*
                }
            }
        }

        impl Key {
            /// The names of the message's slots, in order.
            pub fn slots(self) -> &'static [&'static str] {
                match self {
                    $(Key::$name => &[$(stringify!($slot)),*],)*
                }
            }
        }
    };
}

pub(super) use catalogue;
