//! The fit of the process for a given decay: expectation-maximisation over the days on which something happened.

use super::PlaceHistory;

/// A gain in log-likelihood per iteration that ends the fit.
const CONVERGED: f64 = 1e-7;

/// Iterations at most: a branching that goes to 0 goes slowly.
const ITERATIONS: usize = 3_000;

/// Where the branching starts: away from the edge, below what would be explosive.
const START: f64 = 0.2;

/// Which earlier incidents may trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sources {
    Both,
    Own,
}

/// The days with incidents in one place.
pub(super) struct Place {
    /// (day from the first on, incidents of both groups), ascending.
    days: Vec<(i32, [f64; 2])>,
    /// Days altogether.
    length: i32,
    window: i32,
    pub incidents: [usize; 2],
}

impl Place {
    pub fn new(history: PlaceHistory<'_>, first: i32, last: i32, window: i32) -> Place {
        let inside = |days: &[i32], group: usize| -> Vec<(i32, usize)> {
            let inside = days.iter().filter(|day| (first..=last).contains(day));
            inside.map(|&day| (day.saturating_sub(first), group)).collect()
        };
        let (a, b) = (inside(history.a, 0), inside(history.b, 1));
        let incidents = [a.len(), b.len()];
        let mut all: Vec<(i32, usize)> = a.into_iter().chain(b).collect();
        all.sort_unstable();
        let mut days: Vec<(i32, [f64; 2])> = Vec::new();
        for (day, group) in all {
            if days.last().is_none_or(|&(newest, _)| newest != day) {
                days.push((day, [0.0; 2]));
            }
            if let Some((_, counts)) = days.last_mut() {
                counts[group] += 1.0;
            }
        }
        Place { days, length: last.saturating_sub(first).saturating_add(1), window, incidents }
    }
}

/// A day on which something happened.
struct Row {
    /// Which background, of all windows of all places.
    background: usize,
    counts: [f64; 2],
    /// What earlier incidents of each group would add at branching 1.
    echo: [f64; 2],
}

/// The likelihood for one decay.
pub(super) struct Likelihood {
    mean_lag: f64,
    rows: Vec<Row>,
    /// Days of every background that has incidents.
    lengths: Vec<f64>,
    /// Of each group: incidents, each times the part of its kernel that lies inside the days.
    exposure: [f64; 2],
}

/// The best parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    pub mean_lag: f64,
    /// [triggered][by].
    pub branching: [[f64; 2]; 2],
    pub log_likelihood: f64,
}

impl Likelihood {
    pub fn new(places: &[Place], mean_lag: f64) -> Likelihood {
        // Geometric from 1 on with this mean.
        let stay = 1.0 - 1.0 / mean_lag;
        let mut likelihood = Likelihood { mean_lag, rows: Vec::new(), lengths: Vec::new(), exposure: [0.0; 2] };
        for place in places {
            let (mut before, mut echo, mut window) = (0, [0.0; 2], None);
            for &(day, counts) in &place.days {
                // The echo of the day before, faded to this one.
                let faded = stay.powi(day - before);
                echo = echo.map(|e: f64| e * faded);
                let at = day / place.window;
                if window != Some(at) {
                    window = Some(at);
                    let from = at * place.window;
                    likelihood.lengths.push(f64::from(place.window.min(place.length - from)));
                }
                let background = likelihood.lengths.len() - 1;
                let left = 1.0 - stay.powi(place.length - 1 - day);
                likelihood.exposure = add(likelihood.exposure, counts.map(|count| count * left));
                likelihood.rows.push(Row { background, counts, echo: echo.map(|e| e * (1.0 - stay) / stay) });
                echo = add(echo, counts);
                before = day;
            }
        }
        likelihood
    }

    /// Given the decay, the incidents of each group are fitted apart.
    pub fn fit(&self, sources: Sources) -> Fit {
        let mut fit = Fit { mean_lag: self.mean_lag, branching: [[0.0; 2]; 2], log_likelihood: 0.0 };
        for group in 0..2 {
            let (branching, log_likelihood) = self.fit_group(group, sources);
            fit.branching[group] = branching;
            fit.log_likelihood += log_likelihood;
        }
        fit
    }

    fn fit_group(&self, group: usize, sources: Sources) -> ([f64; 2], f64) {
        let rows: Vec<&Row> = self.rows.iter().filter(|row| row.counts[group] > 0.0).collect();
        let mut background = vec![0.0; self.lengths.len()];
        for row in &rows {
            background[row.background] += row.counts[group] / self.lengths[row.background] / 2.0;
        }
        let mut branching = [START; 2];
        if sources == Sources::Own {
            branching[1 - group] = 0.0;
        }
        let mut before = f64::NEG_INFINITY;
        for _ in 0..ITERATIONS {
            let mut own = vec![0.0; background.len()];
            let mut triggered = [0.0; 2];
            let mut log_likelihood = -background.iter().zip(&self.lengths).map(|(rate, days)| rate * days).sum::<f64>()
                - branching[0] * self.exposure[0]
                - branching[1] * self.exposure[1];
            for row in &rows {
                let (rate, count) = (background[row.background], row.counts[group]);
                let mean = rate + branching[0] * row.echo[0] + branching[1] * row.echo[1];
                log_likelihood += count * mean.ln();
                own[row.background] += count * rate / mean;
                for by in 0..2 {
                    triggered[by] += count * branching[by] * row.echo[by] / mean;
                }
            }
            if log_likelihood - before < CONVERGED {
                return (branching, log_likelihood);
            }
            before = log_likelihood;
            for ((rate, own), days) in background.iter_mut().zip(own).zip(&self.lengths) {
                *rate = own / days;
            }
            for by in 0..2 {
                branching[by] = if self.exposure[by] > 0.0 { triggered[by] / self.exposure[by] } else { 0.0 };
            }
        }
        (branching, before)
    }
}

fn add(x: [f64; 2], y: [f64; 2]) -> [f64; 2] {
    [x[0] + y[0], x[1] + y[1]]
}
