"""From two files to every file that holds the results: run, record, rerun, batch, export, report."""
