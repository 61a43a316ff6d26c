//! Messages of maps: titles, keys, and what limits them.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! maps {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            MapRegionsMost { region: String, what: String, when: String, count: String, all: String }
            MapRegionsTied { n: Quantity, what: String, when: String, count: String }
            MapRegionsUnit { what: String }
            MapRatesMost { region: String, what: String, when: String, rate: String }
            MapRatesUnit { what: String }
            MapRatesKey { what: String }
            MapPlacesMost { place: String, what: String, when: String, count: String, all: String }
            MapPlacesNone { what: String, when: String, count: String, all: String }
            MapPlacesUnit { what: String }
            MapBoundaries { file: String }
            MapNoData {}
            MapExact {}
            MapApproximate {}
            MapNorth { degrees: String }
            MapSouth { degrees: String }
            MapEast { degrees: String }
            MapWest { degrees: String }
            MapLine { degrees: String }
            MapAltRegions { values: String }
            MapAltPlaces { places: String, largest: String }
            MapAltValue { name: String, value: String }
            MapAltUnknown { name: String }
            MapOthers { n: Quantity, names: String }
            MapHatched { names: String }
            MapHomeless { names: String }
            MapNoRegion { n: Quantity }
            MapCoarse { n: Quantity }
            MapNowhere { n: Quantity }
            MapDistricts { n: Quantity, largest: String }
            MapPopulation { years: String }
            MapNoPopulation { names: String }
            MapFew { least: String, names: String }
            MapProvisional { periods: String }
            MapHeadPlace {}
            MapHeadKnown {}
            NoneNoBoundaries {}
            NoneNoneMatched {}
            NoneMostlyUnmatched {}
            NoneNoPopulation {}
            NoneNoPlaces {}
            QualityStrangers { n: Quantity, file: String, names: String }
            QualityHomeless { n: Quantity, file: String, names: String }
        }
    };
}

pub(super) use maps;
