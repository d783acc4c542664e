"""Articles get spans, in processes of their own."""
