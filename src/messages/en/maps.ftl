### Maps: titles, keys, and what limits them, in English.

map_regions_most = { $region } had the most { $what } { $when }: { $count } of { $all }
map_regions_tied =
    { $plural ->
        [one] { $n } region had the most { $what } { $when }: { $count }
       *[other] { $n } regions share the most { $what } { $when }: { $count } each
    }
map_regions_unit = { $what } by region
map_rates_most = { $region } had the highest rate { $when }: { $rate } { $what } per 100,000 people
map_rates_unit = { $what } per 100,000 people, by region
map_rates_key = { $what } per 100,000 people
map_places_most = { $place } had the most { $what } of any place { $when }: { $count } of { $all }
map_places_none = Of { $all } { $what } { $when }, { $count } are on the map
map_places_unit = { $what } by place
map_boundaries = Boundaries: { $file }; all lines, disputed ones too, are drawn as that file has them.
map_no_data = no data
map_exact = place known
map_approximate = only the district known
map_north = { $degrees }° N
map_south = { $degrees }° S
map_east = { $degrees }° E
map_west = { $degrees }° W
map_line = { $degrees }°
map_alt_regions = Map of regions. { $values }
map_alt_places = Map of { $places } places. The largest: { $largest }
map_alt_value = { $name }: { $value }.
map_alt_unknown = { $name }: no data.
map_others =
    { $plural ->
        [one] { $names } and { $n } other
       *[other] { $names } and { $n } others
    }
map_hatched = Hatched: { $names }; no region of the data has such a name.
map_homeless = Not on the map, since they have no boundary: { $names }.
map_no_region =
    { $plural ->
        [one] { $n } incident without a region is not on the map.
       *[other] { $n } incidents without a region are not on the map.
    }
map_coarse =
    { $plural ->
        [one] { $n } incident of which no more than the region is known is left out.
       *[other] { $n } incidents of which no more than the region is known are left out.
    }
map_nowhere =
    { $plural ->
        [one] { $n } incident without coordinates is left out.
       *[other] { $n } incidents without coordinates are left out.
    }
map_districts =
    { $plural ->
        [one] Hollow: { $n } incident of which only the district is known, drawn where the source puts the district ({ $largest }).
       *[other] Hollow: { $n } incidents of which only the district is known, drawn where the source puts the district (most: { $largest }).
    }
map_population = People as counted for { $years }.
map_no_population = Hatched: { $names }; no population is given for them.
map_few = Rates that rest on fewer than { $least } incidents are unreliable: { $names }.
map_provisional = May still grow, as later reports come in: { $periods }.

map_head_place = Place
map_head_known = Known
none_no_boundaries = no boundaries are given
none_none_matched = no boundary has the name of a region
none_mostly_unmatched = most incidents lie in regions that have no boundary of their name; list the names of both in the table of regions
none_no_population = no population is given for any region on it
none_no_places = no incident has coordinates as exact as a district

## The quality of a map's names.
quality_strangers =
    { $plural ->
        [one] { $n } boundary of { $file } is no region of the data ({ $names }).
       *[other] { $n } boundaries of { $file } are no region of the data ({ $names }).
    }
quality_homeless =
    { $plural ->
        [one] { $n } region of the data has no boundary in { $file } ({ $names }).
       *[other] { $n } regions of the data have no boundary in { $file } ({ $names }).
    }
