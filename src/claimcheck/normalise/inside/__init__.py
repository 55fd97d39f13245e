"""What one text sets side by side: disputes, headlines, zeros."""
