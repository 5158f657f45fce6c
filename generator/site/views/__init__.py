"""What a template may see: plain values made from the archive, never the model itself."""
