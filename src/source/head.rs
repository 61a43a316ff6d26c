//! The head of a table: which column is which.

use super::Error;

/// The first records of a table, by which its source is recognised.
pub struct Head<'a> {
    file: &'a str,
    records: &'a [Vec<String>],
    names: Vec<String>,
}

impl<'a> Head<'a> {
    /// `file` is the name shown in messages; `records` are the first ones, the header among them if there is one.
    pub fn new(file: &'a str, records: &'a [Vec<String>]) -> Head<'a> {
        let names = records.first().map(|r| r.iter().map(|n| n.trim().to_lowercase()).collect()).unwrap_or_default();
        Head { file, records, names }
    }

    pub fn file(&self) -> &'a str {
        self.file
    }

    /// The file's own name without folders, in lower case.
    pub fn file_name(&self) -> String {
        self.file.rsplit(['/', '\\']).next().unwrap_or(self.file).to_lowercase()
    }

    /// Column names, trimmed and in lower case.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    pub fn width(&self) -> usize {
        self.names.len()
    }

    pub fn record(&self, index: usize) -> Option<&'a [String]> {
        self.records.get(index).map(Vec::as_slice)
    }

    pub fn records(&self) -> impl Iterator<Item = &'a [String]> {
        self.records.iter().map(Vec::as_slice)
    }

    /// The first column of one of these names, which are in lower case.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|n| n == name))
    }

    /// Whether the record after the header holds HXL tags.
    pub fn has_tag_row(&self) -> bool {
        self.record(1).is_some_and(|cells| {
            let filled = || cells.iter().filter(|c| !c.trim().is_empty());
            filled().count() > 0 && filled().all(|c| c.trim_start().starts_with('#'))
        })
    }

    /// How the first line reads, for messages.
    pub fn first_line(&self) -> String {
        /// Enough to see what file it is.
        const SHOWN: usize = 120;
        let line = self.records.first().map(|r| r.join(",")).unwrap_or_default();
        match line.char_indices().nth(SHOWN) {
            Some((cut, _)) => format!("{} ...", &line[..cut]),
            None => line,
        }
    }
}

/// Whether a table can be read without a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

/// Where the fields of a source stand in one table.
///
/// `F` is the source's enum of fields; `names` gives a field's column names in lower case, the newest first.
#[derive(Clone, Debug)]
pub struct Layout {
    at: Vec<Option<usize>>,
    names: Vec<String>,
}

impl Layout {
    /// Finds the columns of all `fields`, given by (column names, need), in their order.
    pub fn find(
        head: &Head,
        source: &'static str,
        fields: impl IntoIterator<Item = (&'static [&'static str], Need)>,
    ) -> Result<Layout, Error> {
        let (mut at, mut missing) = (Vec::new(), Vec::new());
        for (names, need) in fields {
            let position = head.find(names);
            if position.is_none() && need == Need::Required {
                missing.push(names[0]);
            }
            at.push(position);
        }
        if !missing.is_empty() {
            return Err(Error::MissingColumns {
                file: head.file().to_owned(),
                source_id: source,
                columns: missing,
                first_line: head.first_line(),
            });
        }
        Ok(Layout { at, names: head.names().to_vec() })
    }

    /// A layout for a table without a header: fields at these positions of columns with these names.
    pub fn fixed(at: Vec<Option<usize>>, names: Vec<String>) -> Layout {
        Layout { at, names }
    }

    /// The column of the `field`-th field.
    pub fn at(&self, field: usize) -> Option<usize> {
        self.at[field]
    }

    /// The columns of all fields that the table has.
    pub fn columns(&self) -> Vec<usize> {
        self.at.iter().flatten().copied().collect()
    }

    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The column names as the file has them, in lower case.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}
