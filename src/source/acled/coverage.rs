//! When ACLED began to count in each country.

/// Expands years and their countries into pairs.
macro_rules! starts {
    ($($year:literal: [$($country:literal),* $(,)?])*) => { &[$($(($country, $year),)*)*] };
}

/// The first year counted, by country in lower case; countries counted since 1997 (most of Africa), when the data begin,
/// are left out. Every start is 1 January.
///
/// Source: ACLED, "Country and Time Period Coverage", as transcribed in public programs that agree with each other.
/// Countries that are not listed there are not listed here; spellings used beside each other are all given.
#[rustfmt::skip]
pub(crate) static COUNTRY_STARTS: &[(&str, i32)] = starts! {
    2010: ["bangladesh", "cambodia", "laos", "myanmar", "nepal", "pakistan", "sri lanka", "thailand", "vietnam"]
    2011: ["south sudan"]
    2015: ["indonesia", "saudi arabia", "yemen"]
    2016: [
        "bahrain", "india", "iran", "iraq", "israel", "jordan", "kuwait", "lebanon", "oman", "palestine", "philippines",
        "qatar", "turkey", "turkiye", "türkiye", "united arab emirates",
    ]
    2017: ["afghanistan", "syria"]
    2018: [
        "albania", "anguilla", "antigua & barbuda", "antigua and barbuda", "argentina", "armenia", "aruba", "azerbaijan",
        "bahamas", "barbados", "belarus", "belize", "bolivia", "bosnia and herzegovina", "brazil",
        "british virgin islands", "bulgaria", "caribbean netherlands", "cayman islands", "chile", "china", "colombia",
        "costa rica", "croatia", "cuba", "curacao", "curaçao", "cyprus", "dominica", "dominican republic", "ecuador",
        "el salvador", "falkland islands", "french guiana", "georgia", "greece", "grenada", "guadeloupe", "guatemala",
        "guyana", "haiti", "honduras", "jamaica", "japan", "kazakhstan", "kosovo", "kyrgyzstan", "malaysia",
        "martinique", "mexico", "moldova", "mongolia", "montenegro", "montserrat", "nicaragua", "north korea",
        "north macedonia", "panama", "paraguay", "peru", "puerto rico", "romania", "russia", "saint kitts & nevis",
        "saint kitts and nevis", "saint lucia", "saint vincent and the grenadines", "st. vincent & grenadines",
        "serbia", "sint maarten", "south korea", "suriname", "taiwan", "tajikistan", "trinidad and tobago",
        "turkmenistan", "turks and caicos", "turks and caicos islands", "ukraine", "uruguay", "us virgin islands",
        "virgin islands, u.s.", "uzbekistan", "venezuela",
    ]
    2020: [
        "andorra", "austria", "bailiwick of guernsey", "bailiwick of jersey", "belgium", "bhutan", "brunei",
        "cape verde", "comoros", "czech republic", "czechia", "denmark", "east timor", "estonia", "faroe islands",
        "finland", "france", "germany", "gibraltar", "greenland", "hungary", "iceland", "ireland", "isle of man",
        "italy", "latvia", "liechtenstein", "lithuania", "luxembourg", "maldives", "malta", "mauritius", "mayotte",
        "monaco", "netherlands", "norway", "poland", "portugal", "reunion",
        "saint helena, ascension and tristan da cunha", "san marino", "sao tome and principe", "seychelles",
        "singapore", "slovakia", "slovenia", "spain", "sweden", "switzerland", "united kingdom", "united states",
        "vatican city",
    ]
    2021: [
        "american samoa", "antarctica", "australia", "bermuda", "canada", "christmas island", "cocos (keeling) islands",
        "cook islands", "fiji", "french polynesia", "guam", "heard island and mcdonald islands", "kiribati",
        "marshall islands", "micronesia", "nauru", "new caledonia", "new zealand", "niue", "norfolk island",
        "northern mariana islands", "palau", "papua new guinea", "pitcairn", "saint pierre and miquelon", "samoa",
        "solomon islands", "tokelau", "tonga", "tuvalu", "vanuatu", "wallis and futuna",
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_listed_once_and_in_lower_case() {
        let mut names: Vec<&str> = COUNTRY_STARTS.iter().map(|(country, _)| *country).collect();
        assert!(names.iter().all(|name| *name == name.to_lowercase()));
        let listed = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), listed);
        assert!(COUNTRY_STARTS.contains(&("pakistan", 2010)));
    }
}
