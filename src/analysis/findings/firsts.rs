//! Firsts: the first suicide attack of a group or in a region, and which attacks anybody claimed.

use super::{ALL, About};
use crate::cube::{Facet, Fate, Key, Scope};
use crate::finding::{Caveat, Claim, Claimed, Finding, Subject};
use crate::incident::{ClaimState, Kind, Role};
use crate::measure::Amount;
use crate::period::{Status, Window};
use crate::stats::{self, KNOWN_SHARE_NEEDED, QUIET_RULE};

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let analysis = about.analysis;
    let mut found = Vec::new();
    if analysis.loaded.facts.reports.suicide.yes() {
        let initiated = Facet::Ledger { kind: Some(Kind::Attack), role: Some(Role::Initiator) };
        let regions = analysis.regions.iter().filter(|facts| !facts.region.name.is_none());
        let regions = regions.map(|facts| Key { scope: Scope::Region(facts.region), facet: Facet::ALL });
        let ranked = analysis.groups.iter().take(analysis.ranked_groups());
        let groups = ranked.map(|facts| Key { scope: Scope::Group(facts.name), facet: initiated });
        found.extend(std::iter::once(ALL).chain(regions).chain(groups).filter_map(|key| first_suicide(about, key)));
        // Where the first of all is said, it is not said again of its region.
        if found.iter().any(|first: &Finding| matches!(first.subject, Subject::All(_))) {
            found.retain(|first| !matches!(first.subject, Subject::Region(_)));
        }
    }
    found.extend(claimed(about));
    found
}

/// A suicide attack where none was in three years or more in which it was known of nearly every incident whether it was one.
fn first_suicide(about: &About, key: Key) -> Option<Finding> {
    let analysis = about.analysis;
    let now = about.entry(key);
    let attacks = now.cell.suicide.incidents;
    if attacks == Amount::ZERO {
        return None;
    }
    let coverage = analysis.covered(key.scope);
    let (mut known, mut incidents, mut days) = (Amount::ZERO, Amount::ZERO, 0);
    for (index, &period) in analysis.periods.iter().enumerate().take_while(|(_, period)| **period < about.latest) {
        if coverage.status(Window::from(period)) == Status::Complete {
            days += coverage.days(Window::from(period));
        }
        let cell = analysis.cube.at(key, index).cell;
        if cell.suicide.incidents > Amount::ZERO {
            return None;
        }
        known += cell.suicide.known;
        incidents += cell.incidents;
    }
    let told = known.value() >= KNOWN_SHARE_NEEDED * incidents.value() && incidents > Amount::ZERO;
    let quarter = coverage.from().plus(about.latest.end().since(coverage.from()) / 4);
    let new = now.share_new_since(quarter).is_some_and(|share| share > stats::NEW_SOURCE_LIMIT);
    if days < QUIET_RULE.coverage_days || !told || new {
        return None;
    }
    let subject = match key.scope {
        Scope::All => about.all(),
        Scope::Region(region) => about.region(region),
        Scope::Group(group) => Subject::Group(analysis.text(group).to_owned()),
        Scope::Family(_) | Scope::District(_) | Scope::GroupRegion(..) => return None,
    };
    let evidence = vec![about.series(&subject, &["frequency"])];
    let claim = Claim::FirstSuicide { attacks: attacks.value(), begins: coverage.from() };
    let mut found = about.finding(subject, claim, attacks.value(), evidence);
    if matches!(found.subject, Subject::Group(_)) {
        found.caveats.push(Caveat::NewName);
    }
    Some(found)
}

/// How many of the attacks anybody claimed; nothing where the source does not say of any.
fn claimed(about: &About) -> Option<Finding> {
    let analysis = about.analysis;
    let window = Window::from(about.latest);
    let rows = analysis.loaded.incidents.rows();
    let attacks = rows.iter().filter(|row| {
        analysis.fates[row.index] == Fate::Counted && row.kind() == Kind::Attack && window.contains(row.start())
    });
    let mut sums = [Amount::ZERO; 5];
    for row in attacks {
        let place = match row.claim() {
            ClaimState::Claimed => 0,
            ClaimState::Competing => 1,
            ClaimState::Unclaimed => 2,
            ClaimState::Denied => 3,
            ClaimState::Unknown => 4,
        };
        sums[place] += row.weight();
    }
    let [alone, competing, unclaimed, denied, unknown] = sums.map(Amount::value);
    if alone + competing + unclaimed + denied == 0.0 {
        return None;
    }
    let claim = Claim::Claimed(Claimed {
        attacks: sums.iter().copied().sum::<Amount>().value(),
        claimed: alone + competing,
        competing,
        unclaimed: unclaimed + denied,
        unknown,
    });
    let evidence = vec![about.series(&about.all(), &[])];
    Some(about.finding(about.all(), claim, alone + competing, evidence))
}
