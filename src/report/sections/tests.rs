//! The sections and sentences of invented incidents.
